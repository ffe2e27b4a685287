import { database } from "@/lib/database/client";
import type { EditionKey } from "../queries";

const asked = new Map<string, Promise<EditionKey | null>>();

/**
 * The edition that everybody may read of an organisation's report; null: none. The database is asked for every reader,
 * so that what is closed is closed at once, but only once for all who come while it answers.
 */
export function getPublicEdition(slug: string, year: number): Promise<EditionKey | null> {
  const key = `${year} ${slug}`;
  const known = asked.get(key);
  if (known) return known;
  const answer = ask(slug, year).finally(() => asked.delete(key));
  asked.set(key, answer);
  return answer;
}

async function ask(slug: string, year: number): Promise<EditionKey | null> {
  const report = await database.report.findFirst({
    where: { year, organisation: { slug }, publicEdition: { not: null } },
    select: { organisationId: true, publicEdition: true },
  });
  return report?.publicEdition == null
    ? null
    : { organisationId: report.organisationId, year, number: report.publicEdition };
}
