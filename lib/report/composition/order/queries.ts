import { database } from "@/lib/database/client";
import type { BlockKind } from "@/lib/database/generated/enums";
import { orderActions, ownOf, type Order } from "./model";
import { notedOrder } from "./schema";

type Titles = { titleDa: string; titleEn: string };

/** Something that was done to a report's order. */
export type OrderChange = {
  /** Place of its entry in the audit trail. */
  id: string;
  at: Date;
  /** Present name of who did it; null: erased. */
  by: string | null;
  isOwn: boolean;
  /** As the audit trail names it. */
  action: string;
  /** Id of the block, or code of the section, that it was done to. */
  part: string;
  /** The block, if it was done to one and not to its section. */
  block: (Titles & { kind: BlockKind; bodyDa: string; bodyEn: string }) | null;
  section: Titles | null;
  /** The section a block was moved to. */
  to: Titles | null;
  /** The order before; null: it was done before orders were kept. */
  before: Order | null;
  /** What it brought that was not there before. */
  own: string[];
};

/** Changes that are shown of an order: far more than are made in a week's work. */
const MOST = 100;

/** How a report's order was changed, latest first, as the audit trail tells it: each act keeps the order before it there. */
export function listOrderChanges(organisationId: string, year: number, userId: string): Promise<OrderChange[]> {
  return read(organisationId, year, userId, { take: MOST });
}

/** How long the latest change of an order is offered to be undone beside it, in milliseconds. */
const UNDO_FOR = 15 * 60_000;

/** The latest change of a report's order, if it is one's own and fresh; null otherwise. */
export async function getOwnLatestChange(
  organisationId: string,
  year: number,
  userId: string,
): Promise<OrderChange | null> {
  const since = new Date(Date.now() - UNDO_FOR);
  const [latest] = await read(organisationId, year, userId, { take: 1, since });
  return latest?.isOwn ? latest : null;
}

async function read(
  organisationId: string,
  year: number,
  userId: string,
  { take, since }: { take: number; since?: Date },
): Promise<OrderChange[]> {
  const entries = await database.auditEntry.findMany({
    where: {
      ...{ organisationId, action: { in: [...orderActions] }, subject: { startsWith: `${year} ` } },
      ...(since ? { at: { gt: since } } : {}),
      // A block whose text came back names the revision: its place stayed.
      NOT: { action: "report.block.restore", detail: { path: ["revision"], string_starts_with: "" } },
    },
    orderBy: { sequence: "desc" },
    take,
    select: { sequence: true, at: true, actorId: true, action: true, subject: true, detail: true },
  });
  const noted = entries.map((entry) => ({ ...entry, noted: notedOrder.safeParse(entry.detail).data ?? {} }));
  if (noted.length === 0) return [];
  const titles = { titleDa: true, titleEn: true } as const;
  const report = { organisationId, year };
  const [people, blocks, sections] = await Promise.all([
    database.user.findMany({
      where: { id: { in: noted.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, name: true },
    }),
    database.block.findMany({
      where: { id: { in: noted.flatMap(({ noted: { blockId } }) => blockId ?? []) }, section: { report } },
      select: { ...titles, id: true, kind: true, bodyDa: true, bodyEn: true },
    }),
    database.section.findMany({ where: { report }, select: { ...titles, code: true } }),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const blockOf = new Map(blocks.map(({ id, ...block }) => [id, block]));
  const sectionOf = new Map(sections.map(({ code, ...section }) => [code, section]));
  return noted.map(({ sequence, at, actorId, action, subject, noted: { blockId, to, before, ...rest } }) => ({
    ...{ id: sequence.toString(), at, action, isOwn: actorId === userId },
    by: actorId === null ? null : (nameOf.get(actorId) ?? null),
    part: blockId ?? codeIn(subject),
    block: (blockId && blockOf.get(blockId)) || null,
    section: sectionOf.get(codeIn(subject)) ?? null,
    to: (to && sectionOf.get(to)) || null,
    before: before ?? null,
    own: ownOf(action, { blockId, ...rest }),
  }));
}

/** "2023 society" → "society". */
function codeIn(subject: string): string {
  return subject.slice(subject.indexOf(" ") + 1);
}
