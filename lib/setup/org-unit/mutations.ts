import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";

const day = (text: string | null) => (text === null ? null : new Date(text));
/** Before any reporting year: where an org unit has always hung. */
const ALWAYS = new Date("1990-01-01");

/** Adds an org unit below another. Refuses `setup.taken`, `access.notFound` for a parent of elsewhere, and `setup.publishedTree` where it would have existed in a published year. */
export async function addOrgUnit(
  setter: Setter,
  unit: { name: string; code: string; parentId: string; opensOn: string | null },
): Promise<void> {
  const { organisationId } = setter;
  const { parentId, opensOn, ...named } = unit;
  await changeSetup(setter, async (tx) => {
    await requireOwn(tx, organisationId, [parentId]);
    const position = await tx.orgUnit.count({ where: { organisationId } });
    const { id } = await tx.orgUnit.create({
      data: { organisationId, ...named, position, opensOn: day(opensOn) },
      select: { id: true },
    });
    await tx.orgUnitPlacement.create({ data: { organisationId, orgUnitId: id, parentId, validFrom: ALWAYS } });
    return { action: "orgUnit.add", subject: unit.code, detail: { name: unit.name, parentId, opensOn } };
  }).catch((error: unknown) => refuseTree(error, organisationId, "opensOn"));
}

/** What an org unit is to be. `parentId` and `movesOn` go together: from that day on it hangs below the parent. */
export type OrgUnitChange = {
  id: string;
  name: string;
  opensOn: string | null;
  closesOn: string | null;
  mergedIntoId: string | null;
  parentId: string | null;
  movesOn: string | null;
};

/** Refuses days that contradict each other: `setup.closesBeforeItOpens`, `setup.mergedStaysOpen` and `setup.moveNeedsDay`. */
export function requireDays({ opensOn, closesOn, mergedIntoId, parentId, movesOn }: OrgUnitChange): void {
  if (opensOn && closesOn && closesOn < opensOn) throw new Refusal("setup.closesBeforeItOpens", {}, "closesOn");
  if (mergedIntoId && !closesOn) throw new Refusal("setup.mergedStaysOpen", {}, "closesOn");
  if ((parentId === null) !== (movesOn === null)) throw new Refusal("setup.moveNeedsDay", {}, "movesOn");
}

/**
 * Changes an org unit. Refuses `access.notFound` for ids of elsewhere, what `requireDays` refuses, `setup.belowItself`
 * and, where a published year would be consolidated over another tree, `setup.publishedTree`. What years before a day
 * say stays as it was.
 */
export async function changeOrgUnit(setter: Setter, change: OrgUnitChange): Promise<void> {
  const { organisationId } = setter;
  requireDays(change);
  await changeSetup(setter, async (tx) => {
    const { code, ...was } = await writeOrgUnit(tx, organisationId, change);
    return {
      action: "orgUnit.change",
      subject: code,
      detail: { before: JSON.parse(JSON.stringify(was)), after: change },
    };
  }).catch((error: unknown) => refuseTree(error, organisationId, change.movesOn ? "movesOn" : "closesOn"));
}

/** Writes an org unit as it is to be and returns what it was. */
export async function writeOrgUnit(tx: Prisma.TransactionClient, organisationId: string, change: OrgUnitChange) {
  const { id, name, opensOn, closesOn, mergedIntoId, parentId, movesOn } = change;
  await requireOwn(tx, organisationId, [id, ...(mergedIntoId ? [mergedIntoId] : []), ...(parentId ? [parentId] : [])]);
  const where = { organisationId_id: { organisationId, id } };
  const was = await tx.orgUnit.findUniqueOrThrow({
    where,
    select: { code: true, name: true, opensOn: true, closesOn: true, mergedIntoId: true },
  });
  await tx.orgUnit.update({
    where,
    data: { name, opensOn: day(opensOn), closesOn: day(closesOn), mergedIntoId },
    select: { id: true },
  });
  if (parentId && movesOn) await move(tx, organisationId, id, parentId, new Date(movesOn));
  return was;
}

/** Says of a refused change of the tree which years are published, and so which days are not. */
async function refuseTree(error: unknown, organisationId: string, field: string): Promise<never> {
  if (!(error instanceof Refusal) || error.code !== "setup.published") throw error;
  const last = await database.reportingPeriod.findFirst({
    where: { organisationId, state: "published" },
    orderBy: { year: "desc" },
    select: { year: true },
  });
  throw new Refusal("setup.publishedTree", { year: String(last?.year ?? "") }, field);
}

async function move(
  tx: Prisma.TransactionClient,
  organisationId: string,
  orgUnitId: string,
  parentId: string,
  validFrom: Date,
): Promise<void> {
  await tx.orgUnitPlacement.upsert({
    where: { orgUnitId_validFrom: { orgUnitId, validFrom } },
    create: { organisationId, orgUnitId, parentId, validFrom },
    update: { parentId },
    select: { orgUnitId: true },
  });
  if (await hangsBelow(tx, organisationId, parentId, orgUnitId)) throw new Refusal("setup.belowItself", {}, "parentId");
}

/** Whether a chain of parents, at any time, leads from one org unit to another: then the tree would run in a circle. */
async function hangsBelow(
  tx: Prisma.TransactionClient,
  organisationId: string,
  from: string,
  to: string,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ found: boolean }[]>`
    WITH RECURSIVE above(id) AS (
      SELECT ${from}::uuid UNION
      SELECT p."parentId" FROM "OrgUnitPlacement" p JOIN above ON p."orgUnitId" = above.id WHERE p."organisationId" = ${organisationId}::uuid
    ) SELECT EXISTS (SELECT FROM above WHERE id = ${to}::uuid) AS found`;
  return found!.found;
}

async function requireOwn(tx: Prisma.TransactionClient, organisationId: string, ids: string[]): Promise<void> {
  const own = await tx.orgUnit.count({ where: { organisationId, id: { in: ids } } });
  if (own !== new Set(ids).size) throw new Refusal("access.notFound");
}
