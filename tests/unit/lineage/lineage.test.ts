import { describe, expect, it } from "vitest";
import { evaluator, noFigure, type Evaluated, type Rule } from "@/lib/evaluation/model";
import { comparisonOf } from "@/lib/lineage/comparison/model";
import { keyOf, lineageOf, unrounded, withinLineage, type Place, type World } from "@/lib/lineage/model";
import { divide, fraction, whole } from "@/lib/number/fraction";
import { entered, facts as factsOf, rule } from "@/tests/factories/facts";
import { orgUnit } from "@/tests/factories/tree";

const place = {
  orgUnits: [orgUnit("root"), orgUnit("a"), orgUnit("b"), orgUnit("new", { opensOn: "2024-01-01" })],
  placements: [],
};

function world(
  rules: Record<string, Rule[]>,
  cells: Record<string, Evaluated>,
  isHidden: World["isHidden"] = () => false,
): World {
  const facts = factsOf(rules, cells, place);
  const describe = (code: string) => (rules[code] ? { name: code, unitOfMeasure: "t" } : null);
  return { ...evaluator(facts), facts, describe, breaksOf: () => [], isHidden };
}

const power = {
  "power a 2023": entered("5"),
  "power b 2023": entered("7"),
  "power a 2024": entered("6", { status: "estimated", basis: "Last year's." }),
  "power new 2024": entered("2"),
  "sales root 2023": entered("4"),
  "sales root 2024": entered("3"),
};
const rules = {
  power: [rule()],
  sales: [rule({ collectionLevel: "organisation", consolidation: "none" })],
  intensity: [rule({ formula: { kind: "ratio", numerator: "power", denominator: "sales" }, decimals: 2 })],
};
const at = (code: string, year = 2024, orgUnitId = "root"): Place => ({ code, orgUnitId, year });

describe("a lineage", () => {
  it("leads from a calculated figure through consolidated ones to every entered value", () => {
    const lineage = lineageOf(at("intensity", 2023), world(rules, power))!;
    expect(lineage).toMatchObject({ made: "calculated", unrounded: { amount: "3", isWhole: true } });
    expect(lineage.inputs.map(({ code, made }) => [code, made])).toEqual([
      ["power", "consolidated"],
      ["sales", "entered"],
    ]);
    const leaves = withinLineage(lineage).filter(({ made }) => made === "entered");
    expect(leaves.map(keyOf)).toEqual(["power a 2023", "power b 2023", "sales root 2023"]);
  });

  it("names org units that have no figure, with what their cell says", () => {
    const pending = { ...noFigure, status: "pending" as const, basis: "Awaits the bill." };
    const lineage = lineageOf(at("power"), world(rules, { ...power, "power b 2024": pending }))!;
    expect(lineage.parts.map((part) => part.lineage.orgUnit.id)).toEqual(["a", "new"]);
    expect(lineage.absent).toMatchObject([{ orgUnit: { id: "b" }, status: "pending", basis: "Awaits the bill." }]);
  });

  it("keeps an entered figure apart from those of the org units beside it", () => {
    const lineage = lineageOf(at("power", 2023), world(rules, { ...power, "power root 2023": entered("99") }))!;
    expect(lineage).toMatchObject({ made: "entered", consolidation: null });
    expect(lineage.parts.map((part) => part.lineage.figure.amount)).toEqual(["5", "7"]);
  });

  it("says of what each org unit's figure counts by", () => {
    const weighted = { score: [rule({ consolidation: "weighted", weightCode: "power" })], power: [rule()] };
    const cells = { ...power, "score a 2023": entered("40"), "score b 2023": entered("60") };
    const lineage = lineageOf(at("score", 2023), world(weighted, cells))!;
    expect(lineage.parts.map(({ weight }) => weight)).toEqual(["5", "7"]);
    expect(lineage.unrounded).toEqual({ amount: "51.6667", isWhole: false });
  });

  it("names who has a figure and nothing to weigh it by", () => {
    const weighted = { score: [rule({ consolidation: "weighted", weightCode: "power" })], power: [rule()] };
    const { "power b 2023": _, ...cells } = { ...power, "score a 2023": entered("40"), "score b 2023": entered("60") };
    const lineage = lineageOf(at("score", 2023), world(weighted, cells))!;
    expect(lineage.parts.map((part) => part.lineage.orgUnit.id)).toEqual(["a"]);
    expect(lineage.absent).toMatchObject([{ orgUnit: { id: "b" }, status: "unweighed" }]);
  });

  it("ends where a formula leads back to itself, and knows no KPI or org unit that is not there", () => {
    const loop = { a: [rule({ formula: { kind: "ratio", numerator: "a", denominator: "a" } })] };
    expect(lineageOf(at("a"), world(loop, {}))).toMatchObject({ inputs: [], figure: { amount: null } });
    expect(lineageOf(at("nothing"), world(rules, power))).toBe(null);
    expect(lineageOf(at("power", 2023, "new"), world(rules, power))).toBe(null);
  });

  it("says nothing of what is hidden, nor of what that follows from", () => {
    const hidden = world(rules, power, ({ orgUnitId }) => orgUnitId === "a");
    const lineage = lineageOf(at("power"), hidden)!;
    const part = lineage.parts.find((one) => one.lineage.orgUnit.id === "a")!;
    expect(part.lineage).toMatchObject({ isHidden: true, unrounded: null, figure: { amount: null, basis: "" } });
    expect(JSON.stringify(part)).not.toMatch(/Last year's|"6"/);
  });

  it("twin: without the rule the same figure is told", () => {
    expect(JSON.stringify(lineageOf(at("power"), world(rules, power)))).toMatch(/Last year's/);
  });
});

describe("an unrounded number", () => {
  it("is written in full, or cut and said to be", () => {
    expect(unrounded(fraction("718.890"), 4)).toEqual({ amount: "718.89", isWhole: true });
    expect(unrounded(whole(700), 4)).toEqual({ amount: "700", isWhole: true });
    expect(unrounded(divide(whole(2), whole(3))!, 4)).toEqual({ amount: "0.6667", isWhole: false });
  });
});

describe("two years", () => {
  it("are compared in definition, method, org units and estimates", () => {
    const { checks } = comparisonOf(at("intensity"), world(rules, power));
    expect(checks).toEqual([
      { aspect: "definition", isSame: true, since: 2000 },
      { aspect: "method", isSame: true },
      { aspect: "orgUnits", isSame: false, isWhole: false, came: ["new"], went: ["b"] },
      { aspect: "estimate", isSame: false, name: "power", year: 2024, basis: "Last year's." },
    ]);
  });

  it("are not compared where one has no figure", () => {
    expect(comparisonOf(at("power", 2023), world(rules, power))).toMatchObject({ missing: "previous" });
    expect(comparisonOf(at("power", 2025), world(rules, power))).toMatchObject({ missing: "current" });
  });

  it("are not compared with what is hidden", () => {
    const hidden = world(rules, power, ({ year }) => year === 2023);
    expect(comparisonOf(at("power", 2024, "a"), hidden)).toMatchObject({ missing: "previous", checks: [] });
  });
});
