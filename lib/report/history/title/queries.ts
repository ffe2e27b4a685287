import { database } from "@/lib/database/client";

/** A section's titles. */
export type Titles = { titleDa: string; titleEn: string };

/** A section's titles as somebody wrote them, and those before. */
export type TitleChange = Titles & {
  /** Place of its entry in the audit trail. */
  id: string;
  at: Date;
  /** Present name of who did it; null: erased. */
  by: string | null;
  before: Titles;
};

/** Changes that are shown of a title: far more than are made of one in a year. */
const MOST = 200;

/**
 * How a section's titles were changed, latest first. The audit trail holds each change whole, from what to what, and
 * nobody can alter it: a history of its own would say the same once more.
 */
export async function listTitleChanges(organisationId: string, year: number, code: string): Promise<TitleChange[]> {
  const entries = await database.auditEntry.findMany({
    where: { organisationId, action: "report.section.rename", subject: `${year} ${code}` },
    orderBy: { sequence: "desc" },
    take: MOST,
    select: { sequence: true, at: true, actorId: true, detail: true },
  });
  const people = await database.user.findMany({
    where: { id: { in: entries.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return entries.flatMap(({ sequence, at, actorId, detail }) => {
    const { from, to } = detail as { from: Titles; to: Titles };
    const isOther = from.titleDa !== to.titleDa || from.titleEn !== to.titleEn;
    const by = actorId === null ? null : (nameOf.get(actorId) ?? null);
    return isOther ? [{ id: sequence.toString(), at, by, before: from, ...to }] : [];
  });
}
