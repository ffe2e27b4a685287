import { database } from "@/lib/database/client";
import { treeOf, type OrgUnitNode } from "@/lib/org-unit/model";

/** An org unit as it is set up; `depth` 0 is the organisation itself. Days are ISO days. */
export type UnitLine = OrgUnitNode & {
  depth: number;
  parentId: string | null;
  mergedIntoId: string | null;
  values: number;
};

/** Every org unit there ever was, in tree order of the year; those that are not in its tree follow. */
export async function listUnits(organisationId: string, year: number): Promise<UnitLine[]> {
  const [rows, placements, counts] = await Promise.all([
    database.orgUnit.findMany({ where: { organisationId }, orderBy: { position: "asc" } }),
    database.orgUnitPlacement.findMany({ where: { organisationId }, orderBy: { validFrom: "asc" } }),
    database.yearlyValue.groupBy({
      by: ["orgUnitId"],
      where: { organisationId, status: { not: null } },
      _count: { _all: true },
    }),
  ]);
  const units = rows.map((row) => ({ ...row, opensOn: day(row.opensOn), closesOn: day(row.closesOn) }));
  const tree = treeOf(
    year,
    units,
    placements.map((row) => ({ ...row, validFrom: day(row.validFrom)! })),
  );
  const countOf = new Map(counts.map(({ orgUnitId, _count }) => [orgUnitId, _count._all]));
  const merged = new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  const line = (node: OrgUnitNode, depth: number, parentId: string | null): UnitLine => ({
    ...node,
    depth,
    parentId,
    mergedIntoId: merged.get(node.id) ?? null,
    values: countOf.get(node.id) ?? 0,
  });
  const below = (parent: OrgUnitNode, depth: number): UnitLine[] =>
    tree.childrenOf(parent.id).flatMap((node) => [line(node, depth, parent.id), ...below(node, depth + 1)]);
  const root = tree.nodes.get(tree.rootId)!;
  const shown = [line(root, 0, null), ...below(root, 1)];
  const inTree = new Set(shown.map(({ id }) => id));
  return [...shown, ...units.filter(({ id }) => !inTree.has(id)).map((node) => line(node, 1, null))];
}

const day = (date: Date | null) => date && date.toISOString().slice(0, 10);
