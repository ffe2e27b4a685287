import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeSetup } from "@/lib/setup/file/judgement/model";
import { inOrder } from "@/lib/setup/file/order/model";
import { setupFileSchema, type SetupDocument } from "@/lib/setup/file/schema";
import { readSetup, writeSetup } from "@/lib/setup/file/text/model";
import { library } from "@/lib/setup/kpi-library/model";
import { libraryDefinition } from "@/lib/setup/kpi-library/definition/model";

const organisation = {
  name: "Nord",
  country: "DK",
  currency: "DKK",
  suppressBelowCases: 5,
  suppressBelowReplies: 10,
  materialityPercent: "5",
};
const small = setupFileSchema.parse({
  format: "ledestjerne-setup",
  version: 1,
  organisation,
  orgUnits: [{ code: "nord", name: "Nord", placed: [{ under: "(organisation)", from: "1990-01-01" }] }],
  pillars: [{ code: "miljoe", nameDa: "Miljø", nameEn: "Environment", colour: "producer" }],
  kpis: ["waste", "water"].map((code) => ({
    code,
    purpose: "indicator",
    pillar: "miljoe",
    definitions: [
      {
        from: 2024,
        nameDa: code,
        nameEn: code,
        shortNameDa: code,
        shortNameEn: code,
        unitOfMeasure: "t",
        direction: "lower",
        collected: "orgUnit",
        consolidation: "sum",
      },
    ],
    targets: [{ year: 2030, kind: "atMost", limit: "0.90" }],
  })),
});
const empty: SetupDocument = { ...small, orgUnits: [], pillars: [], kpis: [] };
const change = (from: string, to: string) => writeSetup(small, "yaml").replace(from, to);
const problems = (text: string) => {
  const judged = judgeSetup(text, empty);
  return judged.ok ? [] : judged.problems.map(({ path, line, code }) => [path, line, code.replace("setup.file.", "")]);
};

const stairs = () => Array.from({ length: 1000 }, (_, step) => `${" ".repeat(step)}a:`).join("\n");

describe("a set-up file", () => {
  test("is read as it was written, in both formats, and written the same however its lists stand", () => {
    fc.assert(
      fc.property(fc.subarray(library.slice()), fc.constantFrom("yaml" as const, "json" as const), (chosen, format) => {
        const setup = {
          ...small,
          kpis: chosen.map((kpi) => {
            const { validFromYear, collectionLevel, weightCode, ...rest } = libraryDefinition(kpi, 2024);
            const definition = { ...rest, from: validFromYear, collected: collectionLevel, weighedBy: weightCode };
            return { ...small.kpis[0]!, code: kpi.code, definitions: [definition] };
          }),
        };
        const read = readSetup(writeSetup(setup, format));
        expect(read.ok && inOrder(read.setup)).toEqual(inOrder(setup));
        const turned = { ...setup, kpis: setup.kpis.map((kpi) => ({ ...kpi, targets: [...kpi.targets].reverse() })) };
        expect(writeSetup(inOrder(turned), format)).toBe(writeSetup(inOrder(setup), format));
      }),
      { numRuns: 30 },
    );
  });

  test("keeps decimals, also of a plain number, and refuses what is no exact number", () => {
    expect(writeSetup(small, "yaml")).toContain('limit: "0.90"');
    expect(problems(change('limit: "0.90"', "limit: 85"))).toEqual([]);
    expect(problems(change('limit: "0.90"', "limit: 1e30"))).toMatchObject([
      ["kpis[0].targets[0].limit", expect.any(Number), "badNumber"],
    ]);
    expect(problems(change('limit: "0.90"', "limit: .inf"))).toHaveLength(1);
    expect(problems(change('limit: "0.90"', 'limit: "0,9"'))).toHaveLength(1);
  });

  test.each([
    ["an unknown field", "  currency: DKK\n", "  currency: DKK\n  valuta: DKK\n", "unknownField"],
    ["a missing field", "colour: producer\n", "", "missing"],
    ["another choice", "direction: lower", "direction: down", "notOneOf"],
    ["a code with capitals", "code: waste", "code: Waste", "badCode"],
    ["a KPI twice", "code: water", "code: waste", "twice"],
    ["a pillar that is not there", "pillar: miljoe", "pillar: klima", "unknownPillar"],
    ["an org unit below itself", "under: (organisation)", "under: nord", "belowItself"],
    ["a limit that a split has not", "kind: atMost", "kind: split", "splitWrong"],
    ["a reduction without a baseline", "kind: atMost", "kind: reduction", "baselineMissing"],
    ["a year that is none", "from: 2024", "from: 24", "badYear"],
    [
      "a merger of what stays open",
      "name: Nord\n    placed",
      "name: Nord\n    mergedInto: nord\n    placed",
      "mergedStaysOpen",
    ],
    ["an unread formula", "direction: lower", "direction: lower\n        formula: { kind: sum }", "badFormula"],
    [
      "a formula of nothing",
      "direction: lower",
      "direction: lower\n        formula: { kind: ratio, numerator: water, denominator: gas }",
      "unknownKpi",
    ],
    ["a weight that is missing", "consolidation: sum", "consolidation: weighted", "weightMissing"],
  ])("says where: %s", (_, from, to, code) => {
    expect(writeSetup(small, "yaml")).toContain(from);
    const [first] = problems(change(from, to));
    expect(first).toEqual([expect.any(String), expect.any(Number), code]);
  });

  test("names the line", () => {
    const text = change("direction: lower", "direction: down");
    const line = text.split("\n").findIndex((one) => one.includes("direction: down")) + 1;
    expect(problems(text)).toEqual([["kpis[0].definitions[0].direction", line, "notOneOf"]]);
  });

  test("a circle, and a formula in the wrong unit of measure, are told as the page tells them", () => {
    const circle = (text: string) =>
      change("consolidation: sum", `consolidation: sum\n        formula: { kind: expression, text: "${text}" }`);
    expect(problems(circle("water * 2"))).toEqual([]);
    expect(problems(circle("waste * 2"))).toMatchObject([[expect.any(String), expect.any(Number), "unknownKpi"]]);
    expect(problems(circle("water * water"))).toMatchObject([
      ["kpis[0].definitions[0].formula", expect.any(Number), "expression.unitOfResult"],
    ]);
  });

  test.each([
    ["nothing", "", "wrong"],
    ["a broken file", "format: [", "notYaml"],
    ["references", "a: &x 1\nb: *x", "alias"],
    ["a list", "- 1", "wrong"],
    ["another file", "format: other", "notOneOf"],
  ])("refuses %s", (_, text, code) => {
    expect(problems(text).map(([, , said]) => said)).toContain(code);
  });

  test("a hostile file neither hangs nor throws", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => void judgeSetup(text, empty)),
      { numRuns: 300 },
    );
    const bomb = Array.from({ length: 20 }, (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}]`).join("\n");
    expect(problems(bomb)).toHaveLength(1);
    for (const stair of ["[".repeat(5000), "{a: ".repeat(5000), "- ".repeat(5000), "? ".repeat(5000), stairs()])
      expect(problems(stair)).toEqual([["", null, "tooDeep"]]);
    expect(problems('{"__proto__": {"x": 1}, "format": "ledestjerne-setup"}').length).toBeGreaterThan(0);
  });

  test("what is the same changes nothing; what is left out stays; another order is a change", () => {
    expect(judgeSetup(writeSetup(small, "yaml"), small)).toMatchObject({ ok: true, changes: [] });
    const less = judgeSetup(writeSetup({ ...small, kpis: small.kpis.slice(1) }, "yaml"), small);
    expect(less).toMatchObject({
      ok: true,
      stays: { kpis: ["waste"] },
      after: { kpis: [{ code: "water" }, { code: "waste" }] },
    });
    const turned = judgeSetup(writeSetup({ ...small, kpis: [...small.kpis].reverse() }, "yaml"), small);
    expect(turned).toMatchObject({ ok: true, changes: [{ part: "kpis", details: [{ path: "order" }] }] });
  });
});
