/** Publishes the demo's years once everything of them is in: from then on the database takes changes as restatements only. */
import type { Prisma } from "@/lib/database/generated/client";
import { publishYear } from "@/lib/publication/record/mutations";
import { reference } from "./reference.ts";

const yearsOf = { aleris: reference.years, "region-midtjylland": [2023] };

/** Publishes the years of one organisation, each in the March after it. */
export async function publishYears(
  database: Prisma.TransactionClient,
  organisationId: string,
  slug: keyof typeof yearsOf,
  actorId: string,
): Promise<void> {
  for (const year of yearsOf[slug].toSorted((a, b) => a - b))
    await publishYear(database, {
      organisationId,
      year,
      actorId,
      door: "demo",
      at: new Date(`${year + 1}-03-20T09:00:00Z`),
    });
}
