import { database } from "@/lib/database/client";

/**
 * The year an organisation's people most likely ask for: the latest that is published or closed, else the latest with
 * any value, else the latest there is; null before the first reporting period.
 */
export async function getLatestYear(organisationId: string): Promise<number | null> {
  const [settled, filled, any] = await Promise.all([
    database.reportingPeriod.findFirst({
      where: { organisationId, state: { in: ["published", "closed"] } },
      orderBy: { year: "desc" },
    }),
    database.yearlyValue.findFirst({
      where: { organisationId, status: { in: ["reported", "estimated"] } },
      orderBy: { year: "desc" },
      select: { year: true },
    }),
    database.reportingPeriod.findFirst({ where: { organisationId }, orderBy: { year: "desc" } }),
  ]);
  return settled?.year ?? filled?.year ?? any?.year ?? null;
}

/** The year in whose frame a page stands that belongs to none: the latest; before the first reporting period, the present one. */
export async function getFrameYear(organisationId: string): Promise<number> {
  return (await getLatestYear(organisationId)) ?? new Date().getUTCFullYear();
}
