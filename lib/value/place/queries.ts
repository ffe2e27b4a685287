import { database } from "@/lib/database/client";
import type { CellKey } from "@/lib/value/model";

/** The place of a cell by its address, or null: no such period, org unit or KPI in this organisation, or the KPI did not exist in that year. */
export async function findCell(
  organisationId: string,
  { year, unit, code }: { year: number; unit: string; code: string },
): Promise<CellKey | null> {
  const [period, orgUnit, kpi] = await Promise.all([
    database.reportingPeriod.findUnique({
      where: { organisationId_year: { organisationId, year } },
      select: { year: true },
    }),
    database.orgUnit.findUnique({
      where: { organisationId_code: { organisationId, code: unit } },
      select: { id: true },
    }),
    database.kpi.findFirst({
      where: { organisationId, code, versions: { some: { validFromYear: { lte: year } } } },
      select: { id: true },
    }),
  ]);
  return period && orgUnit && kpi ? { kpiId: kpi.id, orgUnitId: orgUnit.id, year } : null;
}
