import fc from "fast-check";
import type { OrgUnitNode, Placement } from "@/lib/org-unit/model";

export const orgUnit = (id: string, given: Partial<OrgUnitNode> = {}): OrgUnitNode => ({
  id,
  code: id,
  name: id,
  isRoot: id === "root",
  position: 0,
  opensOn: null,
  closesOn: null,
  mergedIntoId: null,
  ...given,
});

/** Random trees of up to 30 org units under a root, each hanging under an earlier one. */
export const trees: fc.Arbitrary<{ orgUnits: OrgUnitNode[]; placements: Placement[] }> = fc
  .array(fc.nat(), { minLength: 1, maxLength: 30 })
  .map((parents) => {
    const ids = parents.map((_, index) => `u${index}`);
    const placements = parents.flatMap((parent, index) => {
      const above = ["root", ...ids.slice(0, index)][parent % (index + 1)]!;
      return [{ orgUnitId: ids[index]!, parentId: above, validFrom: "2020-01-01" }];
    });
    return { orgUnits: [orgUnit("root"), ...ids.map((id) => orgUnit(id))], placements };
  });
