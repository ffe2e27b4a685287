import { database } from "@/lib/database/client";
import type { BlockAct } from "@/lib/database/generated/enums";
import { sittings } from "./model";

/** The words of a block at one time. */
export type KeptWords = { titleDa: string; titleEn: string; bodyDa: string; bodyEn: string };

/** A block as it stood after something was done to it, and how it stood before. */
export type Revision = KeptWords & {
  id: string;
  act: BlockAct;
  at: Date;
  /** Present name of who did it; null: before histories were kept, or erased. */
  by: string | null;
  sectionCode: string;
  /** Null: the first that is known. */
  before: (KeptWords & { sectionCode: string }) | null;
  /** Whether its settings are others than before. */
  hasOtherSettings: boolean;
};

/** Revisions that are shown of a block: far more than are made of one in a year. */
const MOST = 200;

/** The history of a block, latest first, one entry a sitting. */
export async function listRevisions(organisationId: string, year: number, blockId: string): Promise<Revision[]> {
  const rows = await database.blockRevision.findMany({
    where: { organisationId, year, blockId },
    orderBy: { sequence: "desc" },
    take: MOST,
  });
  const people = await database.user.findMany({
    where: { id: { in: rows.flatMap(({ changedBy }) => changedBy ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const made = rows.map((row) => ({ ...row, at: row.changedAt, by: row.changedBy }));
  const groups = sittings(made);
  return groups.map(([last], index) => {
    const older = groups[index + 1]?.[0];
    return {
      ...{ id: last.id, act: last.act, at: last.at, by: last.by === null ? null : (nameOf.get(last.by) ?? null) },
      ...wordsOf(last),
      sectionCode: last.sectionCode,
      before: older ? { ...wordsOf(older), sectionCode: older.sectionCode } : null,
      hasOtherSettings: older !== undefined && JSON.stringify(older.settings) !== JSON.stringify(last.settings),
    };
  });
}

function wordsOf({ titleDa, titleEn, bodyDa, bodyEn }: KeptWords): KeptWords {
  return { titleDa, titleEn, bodyDa, bodyEn };
}
