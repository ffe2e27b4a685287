/** What a form adds around its file, bytes. */
const envelope = 20_000;

/**
 * The form somebody sends with a file of at most so many bytes. It is counted while it comes in, because a request in
 * pieces says no length before: `tooBig` as soon as it is, without reading the rest. Null: it is no form.
 */
export async function readForm(request: Request, mostBytes: number): Promise<FormData | "tooBig" | null> {
  const most = mostBytes + envelope;
  if (Number(request.headers.get("content-length") ?? 0) > most) return "tooBig";
  if (!request.body) return null;
  let size = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        size += piece.byteLength;
        if (size > most) controller.error(new Error("too big"));
        else controller.enqueue(piece);
      },
    }),
  );
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(counted, { headers }).formData().catch(() => null);
  return size > most ? "tooBig" : form;
}
