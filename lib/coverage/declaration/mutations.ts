import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import { leavesOf } from "@/lib/coverage/model";
import { raiseDataVersion } from "@/lib/memo/mutations";
import { treeOf } from "@/lib/org-unit/model";
import { getOrgUnits } from "@/lib/org-unit/queries";
import { requireOpenPeriod } from "@/lib/value/period/mutations";

/** The organisation's figure of a KPI and year. */
type Entered = { kpiId: string; rootId: string; year: number };

/** Whom a figure is declared to cover, and whom it shall: ids in order, none for all of them. */
export type Declared = { value: Entered; before: string[]; named: string[] };

/**
 * Reads and holds the organisation's entered figure whose coverage is to be declared. @throws Refusal
 * `access.notFound` for a KPI or org unit of nobody's; `comparability.noFigure` where nothing was entered;
 * `comparability.nobody` when no org unit is named.
 */
export async function findDeclared(
  tx: Prisma.TransactionClient,
  organisationId: string,
  { code, year, orgUnits }: { code: string; year: number; orgUnits: string[] },
): Promise<Declared> {
  const [kpi, place] = await Promise.all([
    tx.kpi.findUnique({ where: { organisationId_code: { organisationId, code } }, select: { id: true } }),
    getOrgUnits(organisationId, tx),
  ]);
  const tree = treeOf(year, place.orgUnits, place.placements);
  const leaves = leavesOf({ tree, orgUnitId: tree.rootId, covers: null }).map(({ orgUnit }) => orgUnit.id);
  if (!kpi || orgUnits.some((id) => !leaves.includes(id))) throw new Refusal("access.notFound");
  if (orgUnits.length === 0) throw new Refusal("comparability.nobody", {}, "orgUnits");
  const found = await tx.$queryRaw<unknown[]>`
    SELECT FROM "YearlyValue" WHERE "kpiId" = ${kpi.id}::uuid AND "orgUnitId" = ${tree.rootId}::uuid AND "year" = ${year}
      AND "status" IN ('reported', 'estimated') FOR UPDATE`;
  if (found.length === 0) throw new Refusal("comparability.noFigure", { year });
  const value = { kpiId: kpi.id, rootId: tree.rootId, year };
  const rows = await tx.valueCoverage.findMany({ where: value, select: { orgUnitId: true } });
  return {
    value,
    before: rows.map(({ orgUnitId }) => orgUnitId).sort(),
    named: new Set(orgUnits).size === leaves.length ? [] : [...new Set(orgUnits)].sort(),
  };
}

/** Writes whom a figure covers in place of what was declared. */
export async function writeDeclared(
  tx: Prisma.TransactionClient,
  organisationId: string,
  value: Entered,
  named: string[],
): Promise<void> {
  await tx.valueCoverage.deleteMany({ where: value });
  await tx.valueCoverage.createMany({ data: named.map((orgUnitId) => ({ organisationId, ...value, orgUnitId })) });
}

/**
 * Declares which org units the organisation's entered figure covers; all of them is no declaration. With its audit
 * entry and the new data version in one transaction. @throws Refusal as `findDeclared`, and
 * `comparability.periodClosed`.
 */
export async function declareCoverage(
  database: PrismaClient,
  { organisationId, actorId }: { organisationId: string; actorId: string },
  asked: { code: string; year: number; orgUnits: string[] },
): Promise<void> {
  const { code, year } = asked;
  await database.$transaction(async (tx) => {
    await requireOpenPeriod(tx, organisationId, year);
    const { value, before, named } = await findDeclared(tx, organisationId, asked);
    await writeDeclared(tx, organisationId, value, named);
    await raiseDataVersion(tx, organisationId);
    // An empty list: all of them.
    const detail = { year, from: before, to: named };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "coverage.declare", subject: code, detail });
  });
}
