import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitOf } from "@/lib/driver/split/model";
import { evaluator } from "@/lib/evaluation/model";
import type { World } from "@/lib/lineage/model";
import { add, fraction, zero } from "@/lib/number/fraction";
import { entered, facts as factsOf, rule } from "@/tests/factories/facts";
import { orgUnit } from "@/tests/factories/tree";

const rules = {
  power: [rule({ decimals: 0 })],
  sales: [rule({ collectionLevel: "organisation", consolidation: "none", decimals: 0 })],
  intensity: [rule({ formula: { kind: "ratio", numerator: "power", denominator: "sales" }, decimals: 1 })],
};
const units = ["a", "b", "c"];

function world(cells: Record<string, number>, given: Partial<World> = {}): World {
  const figures = Object.entries(cells).map(([at, amount]) => [at, entered(String(amount))]);
  const facts = factsOf(rules, Object.fromEntries(figures), {
    orgUnits: [orgUnit("root"), ...units.map((id) => orgUnit(id))],
    placements: [],
  });
  const describe = (code: string) => ({ name: code, unitOfMeasure: "t" });
  return { ...evaluator(facts), facts, describe, breaksOf: () => [], isHidden: () => false, ...given };
}
const place = { code: "intensity", orgUnitId: "root", year: 2024 };
const whole = {
  "power a 2023": 40,
  "power b 2023": 60,
  "power c 2023": 20,
  "power a 2024": 50,
  "power b 2024": 70,
  "power c 2024": 30,
  "sales root 2023": 10,
  "sales root 2024": 20,
};

describe("why a calculated figure changed", () => {
  it("is told driver by driver, numerator first, with the own change of each", () => {
    expect(splitOf(place, world(whole))).toMatchObject({
      before: "12.0",
      after: "7.5",
      change: "-4.5",
      effects: [
        { leaf: { code: "power" }, amount: "3.0", percent: "25", before: { amount: "120" }, after: { amount: "150" } },
        { leaf: { code: "sales" }, amount: "-7.5", percent: "100" },
      ],
    });
  });

  it("is not told across a break, a change of formula, or what is hidden", () => {
    expect(splitOf(place, world(whole, { breaksOf: () => [{ year: 2024, kind: "methodChange", note: "" }] }))).toBe(
      null,
    );
    expect(splitOf(place, world(whole, { isHidden: () => true }))).toBe(null);
    const { "sales root 2023": _, ...lacking } = whole;
    expect(splitOf(place, world(lacking))).toBe(null);
    expect(splitOf({ ...place, code: "power" }, world(whole))).toBe(null);
  });

  it("adds up as printed, whatever was entered", () => {
    const amount = fc.integer({ min: 1, max: 900 });
    const keys = Object.keys(whole);
    fc.assert(
      fc.property(fc.array(amount, { minLength: keys.length, maxLength: keys.length }), (amounts) => {
        const split = splitOf(place, world(Object.fromEntries(keys.map((key, index) => [key, amounts[index]!]))))!;
        const total = split.effects.map((effect) => fraction(effect.amount)).reduce(add, zero);
        expect(total).toEqual(fraction(split.change));
      }),
    );
  });
});
