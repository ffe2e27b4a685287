import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { keepBefore, recordRevisions } from "@/lib/report/history/mutations";
import { refuseHeld } from "@/lib/report/hold/mutations";
import { orderIn, placeBlocks, placeSections, rearrange, type Arranger, type Branch, type Tree } from "../mutations";
import {
  changesBetween,
  isSameOrder,
  newIn,
  orderActions,
  orderBefore,
  ownOf,
  type BlockChange,
  type Order,
} from "./model";
import { notedOrder } from "./schema";

/**
 * Brings the order before an act of the audit trail back (orderBefore says what that is now). Refuses
 * `composer.orderUnknown` where the report has no such act or its order was not kept, `composer.orderSame` where nothing
 * would change, `composer.held` where a block would be taken from under whoever writes in it. Returns whether something went by that.
 */
export async function restoreOrder(arranger: Arranger, entry: bigint): Promise<boolean> {
  const { organisationId, year, actorId } = arranger;
  const { went } = await rearrange(arranger, async (tx, tree) => {
    const found = await tx.auditEntry.findUnique({
      where: { organisationId_sequence: { organisationId, sequence: entry }, action: { in: [...orderActions] } },
      select: { action: true, subject: true, detail: true },
    });
    const noted = notedOrder.safeParse(found?.detail).data;
    if (!found?.subject.startsWith(`${year} `) || !noted?.before) throw new Refusal("composer.orderUnknown");
    const now = orderIn(tree);
    const own = ownOf(found.action, noted);
    const then = orderBefore(now, noted.before, own);
    if (!isThere(tree, then)) throw new Refusal("composer.orderUnknown");
    if (isSameOrder(now, then)) throw new Refusal("composer.orderSame");
    const changes = changesBetween(now, then);
    const disturbed = changes.filter(({ act }) => act !== "show" && act !== "restore").map(({ id }) => id);
    await refuseHeld(tx, disturbed, actorId);
    const touched = changes.map(({ id }) => id);
    await keepBefore(tx, arranger, touched);
    await write(tx, tree, then);
    for (const [act, ids] of byAct(changes)) await recordRevisions(tx, arranger, ids, act);
    return {
      action: "report.order.restore",
      subject: "order",
      detail: { entry: entry.toString(), brought: newIn(then, now) },
      went: newIn(now, then).length > 0,
    };
  });
  return went;
}

/** Whether every part of an order is one of the report's still. */
function isThere({ sections }: Tree, { sections: wanted }: Order): boolean {
  const codes = new Set(sections.map(({ code }) => code));
  const ids = new Set(sections.flatMap(({ blocks, removed }) => [...blocks, ...removed]));
  return wanted.every(({ code, blocks }) => codes.has(code) && blocks.every((id) => ids.has(id)));
}

async function write(tx: Prisma.TransactionClient, tree: Tree, then: Order): Promise<void> {
  const branchOf = new Map(tree.sections.map((branch) => [branch.code, branch]));
  const live = then.sections.map(({ code }) => branchOf.get(code)!);
  const gone = tree.sections.filter((branch) => !live.includes(branch));
  const ids = live.map(({ id }) => id);
  await placeSections(tx, [...ids, ...gone.map(({ id }) => id)]);
  const hidden = live.filter(({ code }) => then.hidden.includes(code)).map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE "Section" SET "isHidden" = CASE WHEN id = ANY(${ids}::uuid[]) THEN id = ANY(${hidden}::uuid[]) ELSE "isHidden" END,
      "removedAt" = CASE WHEN id = ANY(${ids}::uuid[]) THEN NULL ELSE COALESCE("removedAt", now()) END
    WHERE "reportId" = ${tree.reportId}::uuid`;
  const standing = new Set(then.sections.flatMap(({ blocks }) => blocks));
  // What is in a section that goes goes with it, and comes back with it.
  const kept = (branch: Branch, blocks: string[]) => ({
    ...branch,
    blocks,
    removed: [...branch.blocks, ...branch.removed].filter((id) => !standing.has(id) && !blocks.includes(id)),
  });
  const left = ({ blocks }: Branch) => blocks.filter((id) => !standing.has(id));
  await placeBlocks(tx, [
    ...then.sections.map(({ code, blocks }) => kept(branchOf.get(code)!, blocks)),
    ...gone.map((branch) => kept(branch, left(branch))),
  ]);
  const veiled = [...standing].filter((id) => then.hidden.includes(id));
  await tx.$executeRaw`
    UPDATE "Block" SET "isHidden" = CASE WHEN id = ANY(${[...standing]}::uuid[]) THEN id = ANY(${veiled}::uuid[]) ELSE "isHidden" END,
      "removedAt" = CASE WHEN id = ANY(${[...standing]}::uuid[]) THEN NULL ELSE COALESCE("removedAt", now()) END
    WHERE "sectionId" = ANY(${ids}::uuid[])`;
}

function byAct(changes: BlockChange[]): Map<BlockChange["act"], string[]> {
  const found = new Map<BlockChange["act"], string[]>();
  for (const { id, act } of changes) found.set(act, [...(found.get(act) ?? []), id]);
  return found;
}
