import type { Facts } from "@/lib/evaluation/model";
import type { Tree } from "@/lib/org-unit/model";

/** The same facts as if only these lowest org units had said anything. */
export function narrowedTo(facts: Facts, leaves: ReadonlySet<string>, tree: (year: number) => Tree): Facts {
  const isWithin = (orgUnitId: string, year: number) =>
    tree(year)
      .leavesBelow(orgUnitId)
      .every(({ id }) => leaves.has(id));
  return {
    ...facts,
    stored: (code, orgUnitId, year) => (isWithin(orgUnitId, year) ? facts.stored(code, orgUnitId, year) : null),
  };
}
