import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkExpression } from "@/lib/expression/checking/model";
import { formulaSchema } from "@/lib/kpi/schema";
import { unitsOfMeasure } from "@/lib/unit-of-measure/model";
import { libraryDefinition } from "@/lib/setup/kpi-library/definition/model";
import {
  inputsOf,
  inSet,
  library,
  libraryKpi,
  searchLibrary,
  toBeAdded,
  unitMisfit,
} from "@/lib/setup/kpi-library/model";
import reference from "@/prisma/facts/aleris-2023.json" with { type: "json" };

const codes = library.map(({ code }) => code);

describe("the library", () => {
  test("no code twice, names short enough, texts in both languages, units of measure known, sources named", () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const kpi of library) {
      const definition = libraryDefinition(kpi, 2024);
      expect.soft(Object.hasOwn(unitsOfMeasure, kpi.unitOfMeasure), kpi.code).toBe(true);
      for (const text of [definition.shortNameDa, definition.shortNameEn])
        expect.soft(text.length, `${kpi.code}: ${text}`).toBeLessThanOrEqual(36);
      for (const text of [...kpi.name, ...kpi.definition]) expect.soft(text.trim(), kpi.code).not.toBe("");
      expect.soft(kpi.sources.length, kpi.code).toBeGreaterThan(0);
      for (const { framework, disclosure } of kpi.sources)
        expect
          .soft(`${framework} ${disclosure}`)
          .toMatch(/^(FSR [ESG]\d{1,2}|VSME [BC]\d{1,2} §\d+|GRI \d{1,3}-\d{1,2}|Aleris .+)$/);
      expect
        .soft(new Set(kpi.sources.map(({ framework, disclosure }) => framework + disclosure)).size, kpi.code)
        .toBe(kpi.sources.length);
    }
  });

  test("every formula names what is there, in units of measure that fit, and none leads back to itself", () => {
    const kpis = new Map(
      library.map((kpi) => [
        kpi.code,
        { unitOfMeasure: kpi.unitOfMeasure, isSplit: kpi.unitOfMeasure === "% men/women", inputs: inputsOf(kpi) },
      ]),
    );
    for (const { code, unitOfMeasure, formula } of library) {
      if (!formula) continue;
      expect
        .soft(
          inputsOf(libraryKpi(code)!).filter((input) => !kpis.has(input)),
          code,
        )
        .toEqual([]);
      if (formula.kind === "expression")
        expect
          .soft(checkExpression(formula.text, { code, unitOfMeasure, kpis, factors: new Map() }), code)
          .toMatchObject({ ok: true });
      else expect.soft(formulaSchema.safeParse(formula).success, code).toBe(true);
    }
  });

  test("the sets: all 15 of FSR with both methods of scope 2, VSME's B3 to B11, and every KPI of the Aleris report", () => {
    const asked = (set: "fsr" | "vsme", framework: string) =>
      new Set(
        inSet(set).flatMap(({ sources }) =>
          sources.filter((one) => one.framework === framework).map(({ disclosure }) => disclosure.split(" ")[0]),
        ),
      );
    expect([...asked("fsr", "FSR")].sort()).toEqual([
      "E1",
      "E2",
      "E3",
      "E4",
      "E5",
      "G13",
      "G14",
      "G15",
      "S10",
      "S11",
      "S12",
      "S6",
      "S7",
      "S8",
      "S9",
    ]);
    expect(inSet("fsr")).toHaveLength(16);
    for (const chapter of ["B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "B11"])
      expect(asked("vsme", "VSME")).toContain(chapter);
    expect(
      inSet("aleris")
        .map(({ code }) => code)
        .sort(),
    ).toEqual(reference.indicators.map(({ code }) => code).sort());
    expect(inSet("gri").length).toBeGreaterThan(20);
  });

  test("what a formula needs comes along, nothing twice, nothing that is there", () => {
    fc.assert(
      fc.property(fc.subarray(codes), fc.subarray(codes), (chosen, there) => {
        const present = new Set(there);
        const added = toBeAdded(chosen, present).map(({ code }) => code);
        const after = new Set([...there, ...added]);
        expect(new Set(added).size).toBe(added.length);
        expect(added.some((code) => present.has(code))).toBe(false);
        for (const code of chosen) expect(after.has(code)).toBe(true);
        for (const code of added) for (const input of inputsOf(libraryKpi(code)!)) expect(after.has(input)).toBe(true);
      }),
    );
    expect(toBeAdded(["no-such"], new Set())).toEqual([]);
  });

  test("an input in another unit of measure: converted by an expression, refused by a ratio", () => {
    const [intensity, energy] = [libraryKpi("electricity-intensity")!, libraryKpi("energy")!];
    const kwh = new Map([["electricity", "kWh"]]);
    expect(unitMisfit([energy], kwh)).toBeNull();
    expect(unitMisfit([intensity], kwh)).toEqual({
      kpi: "electricity-intensity",
      code: "electricity",
      unit: "kWh",
      wanted: "MWh",
    });
    expect(unitMisfit([energy], new Map([["electricity", "t"]]))).not.toBeNull();
  });

  test("is searched in the reader's language, by source too", () => {
    const found = (text: string) => searchLibrary(library.slice(), text, "da").map(({ code }) => code);
    expect(found("FSR E3")).toContain("energy");
    expect(found("bestyrelse fremmøde")).toEqual(["board-attended", "board-seats", "board-attendance"]);
    expect(found("   ")).toHaveLength(library.length);
    expect(found("xyzzy")).toEqual([]);
  });
});
