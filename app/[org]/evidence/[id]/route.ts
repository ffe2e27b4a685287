import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { pool } from "@/lib/database/pool";
import { findEvidence } from "@/lib/evidence/queries";
import { requireShown } from "@/lib/value/beside/queries";
import { fileToSave } from "@/lib/kept-file/queries";

/** A file that backs a value, as it was brought. */
export const GET = guarded<{ org: string; id: string }>("evidence.read", async (_, access, { id }) => {
  const found = await findEvidence(access.organisation.id, id);
  if (!found) throw new Refusal("access.notFound");
  await requireShown(access, found);
  const { kpiId, orgUnitId, year } = found;
  await recordExport(database, access, "evidence", { year, evidence: id, cell: { kpiId, orgUnitId, year } });
  return fileToSave(pool(), found);
});
