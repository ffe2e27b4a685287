/** Publishes the demo's years once everything of them is in: from then on the database takes changes as restatements only. */
import type { Prisma } from "@/lib/database/generated/client";
import { publishYear } from "@/lib/publication/record/mutations";
import { sayOfAll } from "./approval-factory.ts";
import { reference } from "./reference.ts";

const yearsOf = { aleris: reference.years, "region-midtjylland": [2023] };

/** Publishes the years of one organisation, each in the March after it: submitted by its author, approved by somebody else, closed. */
export async function publishYears(
  database: Prisma.TransactionClient,
  organisationId: string,
  slug: keyof typeof yearsOf,
  { author, approver }: { author: string; approver: string },
): Promise<void> {
  for (const year of yearsOf[slug].toSorted((a, b) => a - b)) {
    const on = (day: number) => new Date(`${year + 1}-03-${day}T09:00:00Z`);
    await sayOfAll(database, organisationId, { actorId: author, at: on(10) }, "submitted", { year });
    await sayOfAll(database, organisationId, { actorId: approver, at: on(14) }, "approved", { year });
    await database.reportingPeriod.update({
      where: { organisationId_year: { organisationId, year } },
      data: { state: "closed" },
    });
    await publishYear(database, { organisationId, year, actorId: author, door: "demo", at: on(20) });
  }
}
