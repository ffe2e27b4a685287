import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { pool } from "@/lib/database/pool";
import { findFollowUpFile } from "@/lib/commitment/follow-up/file/queries";
import { fileToSave } from "@/lib/kept-file/queries";

/** A file that backs a follow-up, as it was brought. */
export const GET = guarded<{ org: string; id: string }>("agreement.read", async (_, access, { id }) => {
  const found = await findFollowUpFile(access.organisation.id, id);
  if (!found) throw new Refusal("access.notFound");
  await recordExport(database, access, "evidence", { file: id, followUp: found.followUpId });
  return fileToSave(pool(), found);
});
