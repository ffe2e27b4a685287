import { describe, expect, it } from "vitest";
import { checkExpression, type CheckWorld } from "@/lib/expression/checking/model";
import type { ProblemCode } from "@/lib/expression/model";
import { messages } from "@/lib/language/messages";

const kpi = (unitOfMeasure: string, inputs: string[] = [], isSplit = false) => ({ unitOfMeasure, inputs, isSplit });
const world = (unitOfMeasure = "t"): CheckWorld => ({
  code: "scope2",
  unitOfMeasure,
  kpis: new Map([
    ["scope2", kpi(unitOfMeasure, ["electricity"])],
    ["electricity", kpi("MWh")],
    ["cooling", kpi("kWh")],
    ["heat", kpi("GJ")],
    ["water", kpi("m³")],
    ["revenue", kpi("mDKK")],
    ["gender", kpi("% men/women", [], true)],
    ["green-share", kpi("%")],
    ["total", kpi("t", ["part"])],
    ["part", kpi("t", ["scope2"])],
    ["beds", kpi("beds")],
  ]),
  factors: new Map([
    ["grid", { unitIn: "MWh", unitOut: "kg" }],
    ["per-bed", { unitIn: "beds", unitOut: "kg CO2e" }],
  ]),
});
const problems = (text: string, unit?: string) => {
  const checked = checkExpression(text, world(unit));
  return checked.ok ? [] : checked.problems.map(({ code, place, values }) => [code, place.column, values]);
};

describe("a formula's expression is checked", () => {
  it.each([
    'electricity * factor("grid")',
    '(electricity + cooling + heat) * factor("grid")',
    'electricity * green-share * factor("grid") / 2',
    'beds * factor("per-bed") - -electricity * factor("grid")',
  ])("%s is in t", (text) => expect(problems(text)).toEqual([]));

  it("fits ratios, shares and pure numbers", () => {
    expect(problems('electricity * factor("grid") / revenue', "t/mDKK")).toEqual([]);
    expect(problems("cooling / electricity", "%")).toEqual([]);
    expect(problems("electricity * 1000", "kWh")).toEqual([]);
  });

  it("refuses names nobody knows, all of them, with what was perhaps meant", () => {
    expect(problems('electricty + electricity_location * factor("grit")')).toEqual([
      ["expression.unknownName", 1, { name: "electricty", near: "–" }],
      ["expression.unknownName", 14, { name: "electricity_location", near: "electricity" }],
      ["expression.unknownFactor", 37, { name: "grit" }],
    ]);
    expect(problems("elec + Electricity")).toEqual([
      ["expression.unknownName", 1, { name: "elec", near: "electricity" }],
      ["expression.unknownName", 8, { name: "Electricity", near: "electricity" }],
    ]);
    expect(problems("electricity-cooling")).toEqual([
      ["expression.hyphen", 1, { name: "electricity-cooling", meant: "electricity - cooling" }],
    ]);
    expect(problems("gender + 1")).toEqual([["expression.split", 1, { name: "gender" }]]);
  });

  it("refuses a circle, and says which way it leads", () => {
    expect(problems("total")).toEqual([["expression.cycle", 1, { path: "scope2 → total → part → scope2" }]]);
    expect(problems("part + scope2")).toHaveLength(2);
  });

  it("refuses units of measure that do not fit, at the place", () => {
    expect(problems("electricity + water", "MWh")).toEqual([
      ["expression.unitsDiffer", 15, { left: "MWh", right: "m³" }],
    ]);
    expect(problems("electricity + 5", "MWh")).toEqual([["expression.unitsDiffer", 15, { left: "MWh", right: "1" }]]);
    expect(problems("electricity * water")).toEqual([["expression.unitOfResult", 1, { found: "MJ·m³", wanted: "t" }]]);
    expect(problems('heat * factor("grid") * beds')).toEqual([
      ["expression.unitOfResult", 1, { found: "kg·beds", wanted: "t" }],
    ]);
  });

  it("refuses a division by what is plainly 0", () => {
    expect(problems("electricity / (2 - 2.0)", "MWh")).toEqual([["expression.divisionByZero", 16, {}]]);
  });

  it("has words for every problem in both languages", () => {
    const codes: Record<ProblemCode, true> = {
      "expression.empty": true,
      "expression.tooLong": true,
      "expression.unfinished": true,
      "expression.syntax": true,
      "expression.notArithmetic": true,
      "expression.number": true,
      "expression.unknownName": true,
      "expression.hyphen": true,
      "expression.unknownFactor": true,
      "expression.split": true,
      "expression.cycle": true,
      "expression.unitsDiffer": true,
      "expression.unitOfResult": true,
      "expression.divisionByZero": true,
      "expression.factorMissing": true,
    };
    for (const code of Object.keys(codes))
      for (const language of [messages.da, messages.en])
        expect(language.expression[code.split(".")[1] as keyof typeof messages.da.expression], code).toBeTruthy();
  });
});
