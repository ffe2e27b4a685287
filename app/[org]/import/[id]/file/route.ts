import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { pool } from "@/lib/database/pool";
import { attachment } from "@/lib/kept-file/model";
import { getImport, ownOnly } from "@/lib/import/batch/queries";
import { fileStream } from "@/lib/kept-file/queries";

/** The file of an import as it was brought: always to save, never to show. */
export const GET = guarded<{ org: string; id: string }>("value.import", async (_, access, { id }) => {
  const own = await getImport(pool(), access.organisation.id, id, ownOnly(access));
  if (!own) throw new Refusal("access.notFound");
  await recordExport(database, access, "importFile", { import: id });
  const headers = {
    "content-type": "application/octet-stream",
    "content-length": own.size,
    "content-disposition": attachment(own.name),
  };
  return new Response(fileStream(pool(), own.fileId), { headers });
});
