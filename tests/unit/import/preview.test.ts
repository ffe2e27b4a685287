/** What a preview says, in the words of both languages, on the page as in a terminal. */
import { describe, expect, it } from "vitest";
import { emptySummary, type Summary } from "@/lib/import/model";
import { calculated, nothingBecause, placeOf, reason, remark } from "@/lib/import/preview/model";
import type { PreviewLine } from "@/lib/import/preview/queries";
import type { Locale } from "@/lib/language/model";
import { importWords, nothingSaid } from "@/lib/operation/import-print";

const say = (locale: Locale) => (key: string, values?: Record<string, string | number>) =>
  importWords(locale)(`import.${key}`, values);
const counted = (some: Partial<Summary>): Summary => ({ ...emptySummary, ...some });

describe("nothing to import", () => {
  it("is said for what it is, and never that all is here when it is not", () => {
    expect(nothingBecause(counted({}))).toBe("noTable");
    expect(nothingBecause(counted({ leftOut: 3 }))).toBe("leftOut");
    expect(nothingBecause(counted({ cells: 2, refused: 2 }))).toBe("refused");
    expect(nothingBecause(counted({ cells: 5, refused: 2, unchanged: 3 }))).toBe("refused");
    expect(nothingBecause(counted({ cells: 2, compared: 2 }))).toBe("compared");
    expect(nothingBecause(counted({ cells: 3, unchanged: 2, compared: 1 }))).toBe("here");
  });

  it("names a table that was not found and how to show it, and what is in the way of the rest", () => {
    expect(nothingSaid(counted({}), "da")).toMatch(/^Der blev ikke fundet nogen tal .* Siden Importér tal /);
    expect(nothingSaid(counted({}), "en")).toMatch(/^No figures were found .* The page Import figures /);
    expect(nothingSaid(counted({ cells: 2, refused: 2 }), "da")).toMatch(
      /^De 2 afviste celler kan ikke importeres, før/,
    );
    expect(nothingSaid(counted({ cells: 2, refused: 1, unchanged: 1 }), "en")).toMatch(
      /^One figure is here already\. The refused cell cannot be imported until it is mended/,
    );
  });
});

describe("a line", () => {
  const hinted = (hint: string) => ({ hint });

  it("says what was done to a figure in the reader's words and numbers", () => {
    expect(remark(hinted("kWh → MWh × 0.001"), say("da"), "da")).toBe("kWh → MWh × 0,001");
    expect(remark(hinted("MJ → kWh ÷ 3.6 rounded"), say("da"), "da")).toBe("MJ → kWh ÷ 3,6 afrundet til 6 decimaler");
    expect(remark(hinted("MJ → kWh ÷ 3.6 rounded"), say("en"), "en")).toBe("MJ → kWh ÷ 3.6 rounded to 6 decimals");
    expect(remark(hinted("DKK → mDKK × 0.000001"), say("da"), "da")).toBe("kr. → mio. kr. × 0,000001");
    expect(remark(hinted("mark 8 1.707,5"), say("da"), "da")).toBe("notemærket 8 er taget fra 1.707,5");
    expect(calculated(hinted("1707.50"), "da")).toBe("1.707,50");
    expect(calculated(hinted(""), "en")).toBe("–");
  });

  const refused = (code: string, hint = "", limit: string | null = null) => ({ code, hint, limit });

  it("gives the limit a figure breaks, the unit of measure in words, and no label twice", () => {
    expect(reason(refused("belowMinimum", "", "0"), say("da"), "da")).toContain(
      "nøgletallet kan være: 0. Er fortegnet",
    );
    expect(reason(refused("aboveMaximum", "", "1000.5"), say("en"), "en")).toBe(
      "Above the most the KPI can be: 1,000.5",
    );
    expect(reason(refused("unitMismatch", "kWh → count"), say("da"), "da")).toContain("(kWh → antal)");
    expect(reason(refused("errorValue", "#REF!"), say("da"), "da")).toContain("(#REF!)");
    expect(reason(refused("unknownKpi", "Fjernkøling"), say("da"), "da")).toBe("Nøgletallet er ikke genkendt");
  });

  it("shows the file's own label where nothing was recognised", () => {
    const line = { code: "unknownKpi", hint: "Fjernkøling", kpi: "", orgUnit: "Nord", year: 2024 } as PreviewLine;
    expect(placeOf(line)).toEqual({ kpi: "Fjernkøling", orgUnit: "Nord", year: "2024" });
    expect(placeOf({ ...line, code: "unknownYear", hint: "i fjor", year: null }).year).toBe("i fjor");
    expect(placeOf({ ...line, code: "duplicate", hint: "C4" }).kpi).toBe("");
  });

  it.each(["da", "en"] as const)("one figure is spoken of as one (%s)", (locale) => {
    const told = (key: string, count: number) => say(locale)(key, { count });
    const plural = /\b(De|dem|de|They|them|they)\b/;
    for (const key of ["questioned", "differing", "keptText"]) {
      expect(told(key, 1)).not.toMatch(plural);
      expect(told(key, 2)).toMatch(plural);
    }
  });
});
