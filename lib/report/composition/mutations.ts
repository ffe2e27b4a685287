import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { SectionKind } from "@/lib/database/generated/enums";
import { raiseDataVersion } from "@/lib/memo/mutations";
import type { Author } from "@/lib/report/history/mutations";
import { isOrderAction, type Order } from "./order/model";

/** Who arranges which report, and the version of its order they saw. */
export type Arranger = Author & { seen: number };

/** A section with the ids of what stands in it, in order; removed ones are kept apart, behind. */
export type Branch = {
  id: string;
  code: string;
  kind: SectionKind;
  isHidden: boolean;
  isRemoved: boolean;
  blocks: string[];
  removed: string[];
  /** Blocks that are hidden. */
  hidden: string[];
};

/** A report's order while somebody changes it: nobody else does meanwhile. */
export type Tree = { reportId: string; sections: Branch[] };

/** What is noted of an act: its name and place in the audit trail. */
type Done = { action: string; subject: string; detail?: Prisma.InputJsonObject };

/**
 * Changes the order of a report if it is still the one that was seen: `act` writes, the rest (the next version of the
 * order, the organisation's data version, the audit trail, which keeps the order before) is the same for every act.
 * Refuses `composer.changed` where somebody else was faster, `access.notFound` without such a report.
 */
export async function rearrange<Result extends Done>(
  arranger: Arranger,
  act: (tx: Prisma.TransactionClient, tree: Tree) => Promise<Result>,
): Promise<Result> {
  const { organisationId, year, actorId, seen } = arranger;
  return database.$transaction(async (tx) => {
    const ofYear = { organisationId, year };
    // The version in the condition decides between two who saw the same order; the row stays locked until the end.
    const { count } = await tx.report.updateMany({
      where: { ...ofYear, structure: seen },
      data: { structure: { increment: 1 } },
    });
    const report = await tx.report.findUnique({ where: { organisationId_year: ofYear }, select: { id: true } });
    if (!report) throw new Refusal("access.notFound");
    if (count === 0) throw new Refusal("composer.changed");
    const tree = { reportId: report.id, sections: await readSections(tx, report.id) };
    const done = await act(tx, tree);
    await raiseDataVersion(tx, organisationId);
    const { action, subject } = done;
    const detail = isOrderAction(action) ? { ...done.detail, before: orderIn(tree) } : done.detail;
    await recordAudit(tx, { organisationId, actorId, door: "page", action, subject: `${year} ${subject}`, detail });
    return done;
  });
}

async function readSections(tx: Prisma.TransactionClient, reportId: string): Promise<Branch[]> {
  const rows = await tx.section.findMany({
    where: { reportId },
    orderBy: { position: "asc" },
    select: {
      ...{ id: true, code: true, kind: true, isHidden: true, removedAt: true },
      blocks: { orderBy: { position: "asc" }, select: { id: true, isHidden: true, removedAt: true } },
    },
  });
  return rows.map(({ blocks, removedAt, ...section }) => ({
    ...section,
    isRemoved: removedAt !== null,
    blocks: blocks.filter((block) => block.removedAt === null).map(({ id }) => id),
    removed: blocks.filter((block) => block.removedAt !== null).map(({ id }) => id),
    hidden: blocks.filter((block) => block.removedAt === null && block.isHidden).map(({ id }) => id),
  }));
}

/** The order of what is there. */
export function orderIn({ sections }: Tree): Order {
  const live = sections.filter(({ isRemoved }) => !isRemoved);
  return {
    sections: live.map(({ code, blocks }) => ({ code, blocks })),
    hidden: live.flatMap(({ code, isHidden, hidden }) => [...(isHidden ? [code] : []), ...hidden]).sort(),
  };
}

/** Puts blocks where the branches say, all of them in one statement. */
export async function placeBlocks(tx: Prisma.TransactionClient, branches: Branch[]): Promise<void> {
  const rows = branches.flatMap(({ id: section, blocks, removed }) =>
    [...blocks, ...removed].map((id, position) => ({ id, section, position })),
  );
  await tx.$executeRaw`
    UPDATE "Block" b SET "sectionId" = place.section, position = place.position
    FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ section }) => section)}::uuid[], ${rows.map(({ position }) => position)}::int[])
      AS place (id, section, position)
    WHERE b.id = place.id AND (b."sectionId", b.position) IS DISTINCT FROM (place.section, place.position)`;
}

/** Puts sections in this order, in one statement. */
export async function placeSections(tx: Prisma.TransactionClient, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Section" s SET position = place.position
    FROM unnest(${ids}::uuid[], ${ids.map((_, position) => position)}::int[]) AS place (id, position)
    WHERE s.id = place.id AND s.position <> place.position`;
}

/** The branch of a code that is not removed; refuses `composer.gone`. */
export function branchOf(tree: Tree, code: string): Branch {
  const found = tree.sections.find((section) => section.code === code && !section.isRemoved);
  if (!found) throw new Refusal("composer.gone");
  return found;
}
