import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluator, type Evaluated } from "@/lib/evaluation/model";
import { add, compare, fraction, multiply, round, sum, type Fraction } from "@/lib/number/fraction";
import { measure } from "@/lib/quantity/model";
import { entered, facts, rule } from "@/tests/factories/facts";
import { orgUnit } from "@/tests/factories/tree";

const place = {
  orgUnits: [orgUnit("root"), orgUnit("north"), orgUnit("a"), orgUnit("b"), orgUnit("c")],
  placements: ["a", "b"].map((orgUnitId) => ({ orgUnitId, parentId: "north", validFrom: "2020-01-01" })),
};
const amountOf = ({ quantity }: Evaluated) => quantity && round(measure(quantity), 3);
const chosen = (...cells: string[]) => ({
  counts: (code: string, id: string, year: number) =>
    cells.includes(`${code} ${id} ${year}`) ? ("consolidated" as const) : ("entered" as const),
});

describe("an entered figure beside the consolidated one", () => {
  const cells = {
    "power root 2024": entered("100"),
    "power north 2024": entered("50"),
    "power a 2024": entered("30"),
    "power b 2024": entered("25"),
    "power c 2024": entered("40"),
  };

  it("keeps both, and the entered one counts unless it was chosen otherwise", () => {
    const { evaluate, beside } = evaluator(facts({ power: [rule()] }, cells, place));
    expect(amountOf(evaluate("power", "root", 2024))).toBe("100.000");
    const both = beside("power", "root", 2024)!;
    expect([amountOf(both.entered), amountOf(both.consolidated), both.counts]).toEqual([
      "100.000",
      "90.000",
      "entered",
    ]);
  });

  it("lets the consolidated one count by choice, at the top and in between", () => {
    const top = evaluator(facts({ power: [rule()] }, cells, place, chosen("power root 2024")));
    expect(top.evaluate("power", "root", 2024)).toMatchObject({ origin: "consolidated" });
    expect(amountOf(top.evaluate("power", "root", 2024))).toBe("90.000");
    expect(top.beside("power", "root", 2024)).toMatchObject({ counts: "consolidated", entered: { origin: "entered" } });
    const both = evaluator(facts({ power: [rule()] }, cells, place, chosen("power root 2024", "power north 2024")));
    expect(amountOf(both.evaluate("power", "root", 2024))).toBe("95.000");
  });

  it("keeps the entered one where nothing is there to consolidate, whatever was chosen", () => {
    const alone = { "power root 2024": entered("100") };
    const { evaluate, beside } = evaluator(facts({ power: [rule()] }, alone, place, chosen("power root 2024")));
    expect(evaluate("power", "root", 2024)).toMatchObject({ origin: "entered" });
    expect(beside("power", "root", 2024)).toBeNull();
  });

  it("does not concern what is calculated, or collected for the organisation", () => {
    const rules = {
      power: [rule({ collectionLevel: "organisation" })],
      ratio: [rule({ formula: { kind: "ratio", numerator: "power", denominator: "power" } })],
    };
    const { beside } = evaluator(facts(rules, { ...cells, "ratio root 2024": entered("1") }, place));
    expect([beside("power", "root", 2024), beside("ratio", "root", 2024)]).toEqual([null, null]);
  });
});

describe("a calculation whose parts cover different org units", () => {
  const rules = {
    cases: [rule()],
    fte: [rule()],
    rate: [rule({ formula: { kind: "share", part: "cases", whole: "fte" } })],
  };

  it("is made of the org units that have all of them", () => {
    const cells = {
      "cases a 2024": entered("2"),
      "cases c 2024": entered("7"),
      "fte a 2024": entered("20"),
      "fte b 2024": entered("80"),
    };
    const rate = evaluator(facts(rules, cells, place)).evaluate("rate", "root", 2024);
    expect([amountOf(rate), [...rate.covers!]]).toEqual(["10.000", ["a"]]);
  });

  it("has no figure where no org unit has all of them", () => {
    const cells = { "cases a 2024": entered("2"), "fte b 2024": entered("80") };
    expect(evaluator(facts(rules, cells, place)).evaluate("rate", "root", 2024)).toMatchObject({
      quantity: null,
      lacks: ["cases", "fte"],
    });
  });

  it("is the ratio of the sums over those org units, whatever is missing; nothing missing counts as 0", () => {
    const amounts = fc.array(fc.option(fc.integer({ min: 1, max: 10 ** 6 })), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(amounts, amounts, (parts, wholes) => {
        const ids = ["a", "b", "c"];
        const cells: Record<string, Evaluated> = {};
        for (const [index, id] of ids.entries()) {
          if (parts[index] !== null) cells[`cases ${id} 2024`] = entered(String(parts[index]));
          if (wholes[index] !== null) cells[`fte ${id} 2024`] = entered(String(wholes[index]));
        }
        const rate = evaluator(facts(rules, cells, place)).evaluate("rate", "root", 2024);
        const shared = ids.map((_, index) => index).filter((index) => parts[index] !== null && wholes[index] !== null);
        if (shared.length === 0) return void expect(rate.quantity).toBeNull();
        const total = (values: (number | null)[]): Fraction =>
          shared.map((index) => fraction(String(values[index]))).reduce(add, sum([]));
        const left = multiply(measure(rate.quantity!), total(wholes));
        expect(compare(left, multiply(total(parts), fraction("100")))).toBe(0);
      }),
    );
  });
});
