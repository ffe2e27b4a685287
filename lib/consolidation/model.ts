import { divide, sum, sumOfProducts, type Fraction } from "@/lib/number/fraction";
import type { OrgUnitNode, Tree } from "@/lib/org-unit/model";

/** An org unit that has a figure of its own, and what it is. */
export type Part<Cell> = { orgUnit: OrgUnitNode; cell: Cell };

/**
 * The figures an org unit's consolidated figure is made of: going down from it, the first entered one on every
 * branch (a region that entered its own figure stands for its hospitals).
 */
export function partsBelow<Cell>(
  tree: Tree,
  orgUnitId: string,
  cellOf: (orgUnitId: string) => Cell | null,
): Part<Cell>[] {
  const parts: Part<Cell>[] = [];
  // A thousand org units are walked for every KPI: one list is filled, none are joined.
  const walk = (id: string): void => {
    for (const orgUnit of tree.childrenOf(id)) {
      const cell = cellOf(orgUnit.id);
      if (cell === null) walk(orgUnit.id);
      else parts.push({ orgUnit, cell });
    }
  };
  walk(orgUnitId);
  return parts;
}

/** The lowest org units that parts stand for, in tree order. */
export function coveredBy(tree: Tree, parts: Part<unknown>[]): OrgUnitNode[] {
  const covered: OrgUnitNode[] = [];
  for (const { orgUnit } of parts) covered.push(...tree.leavesBelow(orgUnit.id));
  return covered;
}

/** Σ parts; null of none. */
export function sumOf(amounts: Fraction[]): Fraction | null {
  return amounts.length === 0 ? null : sum(amounts);
}

/** Σ (amount × weight) ÷ Σ weight; null where the weights come to nothing. */
export function weightedMean(parts: { amount: Fraction; weight: Fraction }[]): Fraction | null {
  return divide(
    sumOfProducts(parts.map(({ amount, weight }) => [amount, weight])),
    sum(parts.map(({ weight }) => weight)),
  );
}
