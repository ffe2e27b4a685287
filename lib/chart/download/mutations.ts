import { Refusal } from "@/lib/access/refusal";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { TakenChart } from "./schema";

/** Notes in the trail that a chart the browser makes a file of is taken along. Refuses `access.notFound` for a KPI the organisation has not. */
export async function recordTakenChart(
  asker: { organisation: { id: string }; user: { id: string } },
  { kpi, ...taken }: TakenChart,
): Promise<void> {
  const found = await database.kpi.findUnique({
    where: { organisationId_code: { organisationId: asker.organisation.id, code: kpi } },
    select: { id: true },
  });
  if (!found) throw new Refusal("access.notFound");
  await recordExport(database, asker, "chart", { ...taken, kpi });
}
