import fc from "fast-check";
import { expect, it } from "vitest";
import { approvalStates } from "@/lib/approval/model";
import { reviewGroups, type ReviewCounts } from "@/lib/review/model";
import { tallyOf, type Tallied, type Tallying } from "@/lib/review/tally/model";

type Value = Tallied & { id: number; isHidden: boolean; isDiscussed: boolean; isAsked: boolean };

const values: fc.Arbitrary<Value[]> = fc
  .array(
    fc.record({
      orgUnitId: fc.constantFrom("north", "south", "root"),
      pillar: fc.constantFrom("society", "base"),
      state: fc.constantFrom(...approvalStates),
      group: fc.constantFrom(...reviewGroups),
      isHidden: fc.boolean(),
      isDiscussed: fc.boolean(),
      isAsked: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((found) => found.map((value, id) => ({ ...value, id })));
const tallying = (most: number): Tallying<Value> => ({
  isHidden: (value) => value.isHidden,
  isDiscussed: (value) => value.isDiscussed,
  isAsked: (value) => value.isAsked,
  most,
});
const sum = (counts: Iterable<ReviewCounts>) =>
  [...counts].reduce(
    (all, { draft, returned, submitted, approved }) => all + draft + returned + submitted + approved,
    0,
  );

it("counts every value that is not hidden once in all, by pillar and by org unit, whatever is asked for", () => {
  fc.assert(
    fc.property(values, (given) => {
      const { all, byPillar, byOrgUnit } = tallyOf(given, tallying(3));
      const shown = given.filter((value) => !value.isHidden);
      expect([sum([all]), sum(byPillar.values()), sum(byOrgUnit.values())]).toEqual(Array(3).fill(shown.length));
      expect([...byOrgUnit.keys()].sort()).toEqual([...new Set(shown.map(({ orgUnitId }) => orgUnitId))].sort());
      const open = shown.filter((one) => one.group === "unexplained" && !one.isDiscussed && one.state !== "approved");
      expect(all.unexplained).toBe(open.length);
    }),
  );
});

it("lists of each group the first that are asked for, what is discussed as waiting", () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 5 }), (given, most) => {
      const { groups } = tallyOf(given, tallying(most));
      for (const group of reviewGroups) {
        const expected = given.filter(
          (one) => !one.isHidden && one.isAsked && (one.isDiscussed ? "waiting" : one.group) === group,
        );
        expect(groups[group]).toEqual({ total: expected.length, first: expected.slice(0, most) });
      }
    }),
  );
});
