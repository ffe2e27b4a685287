import type { NextRequest } from "next/server";
import { isPrinter, printerCookie } from "@/lib/access/printer";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { getPictureSize } from "@/lib/picture/queries";
import { widthIn } from "@/lib/picture/model";

type Params = { org: string; id: string; file: string };

const forReaders = guarded<Params>("report.read", async (request, { organisation }, { id, file }) => {
  const answer = await pictureOf(request, organisation.slug, id, file);
  if (!answer) throw new Refusal("access.notFound");
  return answer;
});

/** A size of a picture: for whoever may read the organisation's reports, and for the browser that prints them. */
export async function GET(request: NextRequest, context: { params: Promise<Params> }): Promise<Response> {
  if (!isPrinter(request.cookies.get(printerCookie)?.value)) return forReaders(request, context);
  const { org, id, file } = await context.params;
  return (await pictureOf(request, org, id, file)) ?? new Response(null, { status: 404 });
}

async function pictureOf({ headers: asked }: NextRequest, slug: string, id: string, file: string) {
  const width = widthIn(file);
  const found = width === null ? null : await getPictureSize(slug, id, width);
  if (!found) return null;
  // What lies at this address never changes: the browser need not ask again.
  const headers = { etag: `"${found.sha256}"`, "cache-control": "private, max-age=31536000, immutable" };
  if (asked.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
  return new Response(found.bytes, {
    headers: { ...headers, "content-type": "image/jpeg", "content-length": String(found.bytes.length) },
  });
}
