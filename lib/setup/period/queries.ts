import { database } from "@/lib/database/client";
import type { PeriodState } from "./model";

/** A reporting year as it is set up. Days are ISO days. */
export type Period = { year: number; state: PeriodState; dueOn: string | null; values: number };

/** Every reporting year with the number of values in it, newest first. */
export async function listPeriods(organisationId: string): Promise<Period[]> {
  const [periods, counts] = await Promise.all([
    database.reportingPeriod.findMany({ where: { organisationId }, orderBy: { year: "desc" } }),
    database.yearlyValue.groupBy({
      by: ["year"],
      where: { organisationId, status: { not: null } },
      _count: { _all: true },
    }),
  ]);
  const countOf = new Map(counts.map(({ year, _count }) => [year, _count._all]));
  return periods.map(({ year, state, dueOn }) => ({
    year,
    state,
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    values: countOf.get(year) ?? 0,
  }));
}
