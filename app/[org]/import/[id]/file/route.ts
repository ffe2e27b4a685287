import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { pool } from "@/lib/database/pool";
import { getImport, ownOnly } from "@/lib/import/batch/queries";
import { fileToSave } from "@/lib/kept-file/queries";

/** The file of an import as it was brought. */
export const GET = guarded<{ org: string; id: string }>("value.import", async (_, access, { id }) => {
  const own = await getImport(pool(), access.organisation.id, id, ownOnly(access));
  if (!own) throw new Refusal("access.notFound");
  await recordExport(database, access, "importFile", { import: id });
  return fileToSave(pool(), own);
});
