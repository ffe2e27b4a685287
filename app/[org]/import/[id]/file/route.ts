import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { pool } from "@/lib/database/pool";
import { getImport, ownOnly } from "@/lib/import/batch/queries";
import { filePieces } from "@/lib/kept-file/queries";

/** The file of an import as it was brought: always to save, never to show. */
export const GET = guarded<{ org: string; id: string }>("value.import", async (_, access, { id }) => {
  const own = await getImport(pool(), access.organisation.id, id, ownOnly(access));
  if (!own) throw new Refusal("access.notFound");
  const pieces = filePieces(pool(), own.fileId);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
  });
  const headers = {
    "content-type": "application/octet-stream",
    "content-length": own.size,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(own.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
  };
  return new Response(body, { headers });
});
