import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluator, type Evaluated, type Rule } from "@/lib/evaluation/model";
import { formulaSchema } from "@/lib/kpi/schema";
import { add, compare, divide, fraction, multiply, sum, zero, type Fraction } from "@/lib/number/fraction";
import { treeOf, type OrgUnitNode, type Placement } from "@/lib/org-unit/model";
import { measure } from "@/lib/quantity/model";
import { entered, facts, rule } from "@/tests/factories/facts";
import { orgUnit } from "@/tests/factories/tree";

const years = [2022, 2023, 2024];
const day = fc.constantFrom("2021-06-30", "2022-06-30", "2023-01-01", "2023-12-31", "2024-07-01");

/** Trees whose org units open, close, are merged and move between the years. */
const places: fc.Arbitrary<{ orgUnits: OrgUnitNode[]; placements: Placement[] }> = fc
  .array(
    fc.record({
      parents: fc.array(fc.record({ at: fc.nat(), from: day }), { minLength: 1, maxLength: 3 }),
      opensOn: fc.option(day),
      closesOn: fc.option(day),
      mergedInto: fc.option(fc.nat()),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((units) => ({
    orgUnits: [
      orgUnit("root"),
      ...units.map(({ opensOn, closesOn, mergedInto }, at) =>
        orgUnit(`u${at}`, {
          position: at,
          opensOn: opensOn && closesOn && opensOn > closesOn ? closesOn : opensOn,
          closesOn: opensOn && closesOn && opensOn > closesOn ? opensOn : closesOn,
          // A hospital ends by becoming part of another one.
          mergedIntoId: closesOn !== null && mergedInto !== null && at > 0 ? `u${mergedInto % at}` : null,
        }),
      ),
    ],
    // Each hangs under an earlier one at any time, so that no two hang under each other.
    placements: units.flatMap(({ parents }, at) =>
      parents.map((parent) => ({
        orgUnitId: `u${at}`,
        parentId: parent.at % (at + 1) === 0 ? "root" : `u${(parent.at % (at + 1)) - 1}`,
        validFrom: parent.from,
      })),
    ),
  }));

/** Decimals with up to two places; null: nobody delivered. */
const amount = fc.option(
  fc.integer({ min: -(10 ** 6), max: 10 ** 6 }).map((hundredths) => (hundredths / 100).toFixed(2)),
);
const weight = fc.option(fc.nat(10 ** 4).map((hundredths) => (hundredths / 100).toFixed(2)));
const figures = fc.array(fc.tuple(amount, weight, amount), { minLength: 63, maxLength: 63 });

const rules = (given: Partial<Record<string, Partial<Rule>>> = {}): Record<string, Rule[]> => ({
  a: [rule(given.a)],
  b: [rule(given.b)],
  weight: [rule({ unitOfMeasure: "FTE" })],
  score: [rule({ consolidation: "weighted", weightCode: "weight", unitOfMeasure: "score" })],
  apart: [rule({ consolidation: "none" })],
  whole: [rule({ collectionLevel: "organisation" })],
  ratio: [rule({ formula: { kind: "ratio", numerator: "a", denominator: "b" }, unitOfMeasure: "count" })],
  product: [rule({ formula: formulaSchema.parse({ kind: "expression", text: "(a - b) / 2 + b" }) })],
});

/** What lowest org units entered of a, weight, b, by year; score is a's figure. */
function cellsOf(
  place: { orgUnits: OrgUnitNode[]; placements: Placement[] },
  given: [string | null, string | null, string | null][],
) {
  const cells: Record<string, Evaluated> = {};
  for (const [which, year] of years.entries()) {
    const tree = treeOf(year, place.orgUnits, place.placements);
    for (const leaf of tree.leavesBelow("root").filter(({ isRoot }) => !isRoot)) {
      const [a, w, b] = given[which * 21 + place.orgUnits.indexOf(leaf)]!;
      const put = (code: string, text: string | null) =>
        text !== null && (cells[`${code} ${leaf.id} ${year}`] = entered(text));
      put("a", a);
      put("score", a);
      put("apart", a);
      put("whole", a);
      put("weight", w);
      put("b", b);
    }
  }
  return cells;
}

const world = fc.tuple(places, figures).map(([place, given]) => ({ place, cells: cellsOf(place, given) }));
const amountOf = ({ quantity }: Evaluated): Fraction | null => quantity && measure(quantity);
const same = (a: Fraction | null, b: Fraction | null) => (a && b ? compare(a, b) === 0 : a === b);
const shownIn = (cells: Record<string, Evaluated>, code: string, id: string, year: number) =>
  amountOf(cells[`${code} ${id} ${year}`] ?? entered("0", { quantity: null }));

describe("consolidation, whatever org units opened, closed, merged or moved between the years", () => {
  it("gives every parent the sum of its parts, and of the lowest org units below it that delivered", () => {
    fc.assert(
      fc.property(world, ({ place, cells }) => {
        const { evaluate, tree } = evaluator(facts(rules(), cells, place));
        for (const year of years)
          for (const { id } of tree(year).nodes.values()) {
            const below = tree(year).childrenOf(id);
            if (below.length === 0) continue;
            const found = amountOf(evaluate("a", id, year));
            const parts = below.flatMap((child) => amountOf(evaluate("a", child.id, year)) ?? []);
            const leaves = tree(year).leavesBelow(id);
            const delivered = leaves.flatMap((leaf) => shownIn(cells, "a", leaf.id, year) ?? []);
            expect(same(found, parts.length > 0 ? sum(parts) : null)).toBe(true);
            expect(same(found, delivered.length > 0 ? sum(delivered) : null)).toBe(true);
            if (found) expect(evaluate("a", id, year).covers?.size ?? leaves.length).toBe(delivered.length);
          }
      }),
    );
  });

  it("does not depend on the order of org units, placements or questions", () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), ({ place, cells }, dice) => {
        const shuffled = <Item>(items: Item[]) =>
          items
            .map((item) => ({ item, at: dice.next().value as number }))
            .sort((x, y) => x.at - y.at)
            .map(({ item }) => item);
        const codes = Object.keys(rules());
        const other = evaluator(
          facts(rules(), cells, {
            orgUnits: shuffled(place.orgUnits),
            placements: shuffled(latestOnly(place.placements)),
          }),
        );
        const plain = evaluator(facts(rules(), cells, { ...place, placements: latestOnly(place.placements) }));
        const asked = years.flatMap((year) =>
          codes.flatMap((code) => place.orgUnits.map(({ id }) => [code, id, year] as const)),
        );
        for (const [code, id, year] of shuffled(asked)) {
          expect(same(amountOf(other.evaluate(code, id, year)), amountOf(plain.evaluate(code, id, year)))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("weighs by the named KPI, and leaves out who has no weight", () => {
    fc.assert(
      fc.property(world, ({ place, cells }) => {
        const { evaluate, tree } = evaluator(facts(rules(), cells, place));
        for (const year of years) {
          const leaves = tree(year)
            .leavesBelow("root")
            .filter(({ isRoot }) => !isRoot);
          const pairs = leaves.flatMap(({ id }) => {
            const [score, heavy] = [shownIn(cells, "score", id, year), shownIn(cells, "weight", id, year)];
            return score && heavy ? [[score, heavy] as const] : [];
          });
          const above = pairs.reduce((total, [score, heavy]) => add(total, multiply(score, heavy)), zero);
          const expected = divide(above, sum(pairs.map(([, heavy]) => heavy)));
          const found = evaluate("score", "root", year);
          expect(same(amountOf(found), expected)).toBe(true);
          if (found.quantity) expect(found.covers?.size ?? leaves.length).toBe(pairs.length);
        }
      }),
    );
  });

  it("recomputes a ratio from the sums of the org units that have both parts", () => {
    fc.assert(
      fc.property(world, ({ place, cells }) => {
        const { evaluate, tree } = evaluator(facts(rules(), cells, place));
        for (const year of years) {
          const leaves = tree(year)
            .leavesBelow("root")
            .filter(({ isRoot }) => !isRoot);
          const pairs = leaves.flatMap(({ id }) => {
            const [a, b] = [shownIn(cells, "a", id, year), shownIn(cells, "b", id, year)];
            return a && b ? [[a, b] as const] : [];
          });
          const [a, b] = [sum(pairs.map((pair) => pair[0])), sum(pairs.map((pair) => pair[1]))];
          const found = amountOf(evaluate("ratio", "root", year));
          expect(same(found, pairs.length > 0 ? divide(a, b) : null)).toBe(true);
          const half = divide(add(a, b), fraction("2"))!;
          expect(same(amountOf(evaluate("product", "root", year)), pairs.length > 0 ? half : null)).toBe(true);
        }
      }),
    );
  });

  it("has no ratio where the org units with both parts sum to 0, whatever others have", () => {
    const place = { orgUnits: [orgUnit("root"), orgUnit("x"), orgUnit("y"), orgUnit("z")], placements: [] };
    const given = { "a x": "1", "b x": "2", "a y": "1", "b y": "-2", "b z": "5" };
    const cells = Object.fromEntries(Object.entries(given).map(([key, text]) => [`${key} 2024`, entered(text)]));
    expect(evaluator(facts(rules(), cells, place)).evaluate("ratio", "root", 2024).quantity).toBeNull();
  });

  it("consolidates nothing that is not to be consolidated", () => {
    fc.assert(
      fc.property(world, ({ place, cells }) => {
        const { evaluate, tree } = evaluator(facts(rules(), cells, place));
        for (const year of years)
          for (const code of ["apart", "whole"])
            for (const { id } of tree(year).nodes.values())
              expect(same(amountOf(evaluate(code, id, year)), shownIn(cells, code, id, year))).toBe(true);
      }),
    );
  });

  it("never counts a missing value as 0: an entered 0 and none are told apart", () => {
    fc.assert(
      fc.property(world, fc.nat(), ({ place, cells }, pick) => {
        const keys = Object.keys(cells).filter((key) => key.startsWith("a "));
        if (keys.length === 0) return;
        const key = keys[pick % keys.length]!;
        const year = Number(key.split(" ")[2]);
        const zeroed = evaluator(facts(rules(), { ...cells, [key]: entered("0.00") }, place)).evaluate(
          "a",
          "root",
          year,
        );
        const { [key]: _, ...rest } = cells;
        const without = evaluator(facts(rules(), rest, place)).evaluate("a", "root", year);
        expect(zeroed.parts).toHaveLength(without.parts.length + 1);
        if (without.quantity) expect(same(amountOf(zeroed), amountOf(without))).toBe(true);
        else expect([amountOf(zeroed)?.n, without.status]).toEqual([0n, "missing"]);
      }),
    );
  });
});

/** One placement per org unit and day: of two on one day nobody can say which came last. */
function latestOnly(placements: Placement[]): Placement[] {
  return [...new Map(placements.map((row) => [`${row.orgUnitId} ${row.validFrom}`, row])).values()];
}
