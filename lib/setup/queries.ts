import { database } from "@/lib/database/client";

/** How much of each part is set up. */
export type SetupCounts = { periods: number; "org-units": number; pillars: number; kpis: number };

/** Counts what is set up: reporting years, org units below the organisation, pillars, and KPIs with base data. */
export async function setupCounts(organisationId: string): Promise<SetupCounts> {
  const [periods, orgUnits, pillars, kpis] = await Promise.all([
    database.reportingPeriod.count({ where: { organisationId } }),
    database.orgUnit.count({ where: { organisationId, isRoot: false } }),
    database.pillar.count({ where: { organisationId } }),
    database.kpi.count({ where: { organisationId } }),
  ]);
  return { periods, "org-units": orgUnits, pillars, kpis };
}
