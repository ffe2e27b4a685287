import { database } from "@/lib/database/client";
import { treeOf, type OrgUnitNode } from "@/lib/org-unit/model";
import { getOrgUnits } from "@/lib/org-unit/queries";

/** An org unit as it is set up; `depth` 0 is the organisation itself. Days are ISO days. */
export type UnitLine = OrgUnitNode & {
  depth: number;
  parentId: string | null;
  values: number;
};

/** Every org unit there ever was, in tree order of the year; those that are not in its tree follow. */
export async function listUnits(organisationId: string, year: number): Promise<UnitLine[]> {
  const [{ orgUnits, placements }, counts] = await Promise.all([
    getOrgUnits(organisationId),
    database.yearlyValue.groupBy({
      by: ["orgUnitId"],
      where: { organisationId, status: { not: null } },
      _count: { _all: true },
    }),
  ]);
  const tree = treeOf(year, orgUnits, placements);
  const countOf = new Map(counts.map(({ orgUnitId, _count }) => [orgUnitId, _count._all]));
  const line = (node: OrgUnitNode, depth: number, parentId: string | null): UnitLine => ({
    ...node,
    depth,
    parentId,
    values: countOf.get(node.id) ?? 0,
  });
  const below = (parent: OrgUnitNode, depth: number): UnitLine[] =>
    tree.childrenOf(parent.id).flatMap((node) => [line(node, depth, parent.id), ...below(node, depth + 1)]);
  const root = tree.nodes.get(tree.rootId)!;
  const shown = [line(root, 0, null), ...below(root, 1)];
  const inTree = new Set(shown.map(({ id }) => id));
  return [...shown, ...orgUnits.filter(({ id }) => !inTree.has(id)).map((node) => line(node, 1, null))];
}
