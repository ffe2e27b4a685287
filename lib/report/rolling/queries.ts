import { database } from "@/lib/database/client";

/** The latest year before this one that has a report to go on from; null without. */
export async function yearToGoOnFrom(organisationId: string, year: number): Promise<number | null> {
  const report = await database.report.findFirst({
    where: { organisationId, year: { lt: year } },
    orderBy: { year: "desc" },
    select: { year: true },
  });
  return report?.year ?? null;
}
