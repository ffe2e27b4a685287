import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";

/** Holds a reporting period open for the length of a transaction: nobody closes it in between. @throws Refusal `access.notFound` where there is none, `comparability.periodClosed` where its figures are settled. */
export async function requireOpenPeriod(
  tx: Prisma.TransactionClient,
  organisationId: string,
  year: number,
): Promise<void> {
  const [period] = await tx.$queryRaw<{ state: string }[]>`
    SELECT "state"::text FROM "ReportingPeriod" WHERE "organisationId" = ${organisationId}::uuid AND "year" = ${year} FOR SHARE`;
  if (!period) throw new Refusal("access.notFound");
  if (period.state !== "open" && period.state !== "inReview") throw new Refusal("comparability.periodClosed", { year });
}
