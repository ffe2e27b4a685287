import fc from "fast-check";
import { describe, expect, it } from "vitest";
import daNumber from "@/lib/language/messages/da/number.json";
import daValue from "@/lib/language/messages/da/value.json";
import enValue from "@/lib/language/messages/en/value.json";
import { cellSchema } from "@/lib/value/schema";
import {
  emptyContent,
  noteIn,
  noteOf,
  saysTheSame,
  withFigure,
  withNote,
  withNoteIn,
  writeRefusals,
  type CellFigure,
} from "@/lib/value/model";
import { cellRefusals, readCell, readStatus, writeCell, type KpiRule } from "@/lib/value/reading/model";

const mwh: KpiRule = { valueKind: "number", unitOfMeasure: "MWh", minimum: "0.000000", maximum: null };
const percent: KpiRule = { valueKind: "number", unitOfMeasure: "%", minimum: "0", maximum: "100.000000" };
const split: KpiRule = { valueKind: "split", unitOfMeasure: "% men/women", minimum: null, maximum: null };
const nothing: CellFigure = { status: null, amount: null, scale: null, men: null, women: null };
const number = (amount: string, scale: number): CellFigure => ({ ...nothing, status: "reported", amount, scale });

describe("a cell is read", () => {
  it.each([
    ["1.707,5", mwh, number("1707.5", 1)],
    ["1 707,5", mwh, number("1707.5", 1)],
    ["0,60", mwh, number("0.60", 2)],
    [" 0 ", mwh, number("0", 0)],
    ["12 %", percent, number("12", 0)],
    ["100", percent, number("100", 0)],
    ["27/73", split, { ...nothing, status: "reported", men: "27", women: "73", scale: 0 }],
    ["27,5 / 72,5", split, { ...nothing, status: "reported", men: "27.5", women: "72.5", scale: 1 }],
    ["-", mwh, { ...nothing, status: "pending" }],
    ["–", split, { ...nothing, status: "notMeasured" }],
    ["…", mwh, nothing],
    ["N/A", percent, { ...nothing, status: "notApplicable" }],
  ])("%s as what it says", (text, rule, figure) => {
    expect(readCell(text, rule, "da")).toEqual({ ok: true, figure });
  });

  it.each(["", "   ", "\t", "\u00A0"])("blank (%j) as no value, which is not 0", (text) => {
    for (const rule of [mwh, percent, split]) expect(readCell(text, rule, "da")).toEqual({ ok: true, figure: nothing });
  });

  it("as an estimate where it was one", () => {
    expect(readCell("5", mwh, "da", true)).toMatchObject({ figure: { status: "estimated", amount: "5" } });
  });

  it.each([
    ["abc", mwh, "notANumber", []],
    ["1.2.3", mwh, "misplacedSeparator", []],
    ["1,234.5", mwh, "ambiguous", ["1.234,5", "1,2345"]],
    ["10^30", mwh, "exponent", []],
    ["1e3", mwh, "exponent", ["1.000"]],
    ["Infinity", mwh, "notANumber", []],
    ["−5", mwh, "belowMinimum", []],
    ["-5", mwh, "belowMinimum", []],
    ["−5 MWh", mwh, "unitOfMeasure", []],
    ["120", percent, "aboveMaximum", []],
    ["120 %", percent, "aboveMaximum", []],
    ["60/50", split, "splitSum", []],
    ["60", split, "notASplit", []],
    ["1000000000000000000000000000000", mwh, "tooLarge", []],
  ])("%s is refused", (text, rule, code, suggestions) => {
    const read = readCell(text, rule, "da");
    expect(read.ok).toBe(false);
    expect(read).toMatchObject({ code, suggestions });
  });

  it("the limit that was broken comes with the refusal, as stated", () => {
    expect(readCell("120", percent, "da")).toMatchObject({ limit: "100" });
    expect(readCell("-5", mwh, "da")).toMatchObject({ limit: "0" });
  });

  it("suggests nothing that would be refused in turn", () => {
    expect(readCell("1.234.5", percent, "da")).toMatchObject({ ok: false });
    for (const text of ["1,234.5", "120.5", "-1.5", "1.707.5"]) {
      const read = readCell(text, percent, "da");
      if (!read.ok)
        for (const suggestion of read.suggestions)
          expect(readCell(suggestion, percent, "da")).toMatchObject({ ok: true });
    }
  });

  it("what was read and written is read the same, in both languages", () => {
    const amounts = fc.tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: 0, max: 6 }));
    const any: KpiRule = { valueKind: "number", unitOfMeasure: "t", minimum: null, maximum: null };
    fc.assert(
      fc.property(amounts, fc.constantFrom("da" as const, "en" as const), ([digits, scale], locale) => {
        const padded = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
        const amount =
          (digits < 0n ? "-" : "") + (scale ? `${padded.slice(0, -scale)}.${padded.slice(-scale)}` : padded);
        const figure = number(amount, scale);
        expect(readCell(writeCell(figure, locale), any, locale)).toEqual({ ok: true, figure });
      }),
    );
  });

  it("every refusal has its words in both languages", () => {
    for (const code of cellRefusals)
      expect({ ...daNumber.refusal, ...daNumber.split, ...daValue.refusal }).toHaveProperty(code);
    for (const code of writeRefusals)
      expect([daValue.refusal[code], enValue.refusal[code]].every((words) => words.length > 10)).toBe(true);
  });
});

describe("a status is read", () => {
  const figure = number("5", 0);
  it.each([
    ["Skøn", { ...figure, status: "estimated" }],
    ["reported", figure],
    ["afventer", { ...nothing, status: "pending" }],
    ["not measured", { ...nothing, status: "notMeasured" }],
    ["n/a", { ...nothing, status: "notApplicable" }],
    ["", figure],
  ])("%s beside a figure", (word, expected) => {
    expect(readStatus(word, figure)).toEqual({ ok: true, figure: expected });
  });

  it("an estimate of nothing is refused, and so is a word that is none", () => {
    expect(readStatus("skøn", nothing)).toMatchObject({ ok: false, code: "statusNeedsFigure" });
    expect(readStatus("måske", figure)).toMatchObject({ ok: false, code: "unknownStatus" });
  });
});

describe("the remark", () => {
  it("is kept as the reason where the status owes one, and moves with the status", () => {
    const reported = withNote(
      { ...emptyContent, status: "reported" as const, amount: "5", scale: 0 },
      "December som november",
    );
    expect(reported).toMatchObject({ comment: "December som november", basis: "" });
    const estimated = withFigure(reported, { ...number("5", 0), status: "estimated" });
    expect(estimated).toMatchObject({ comment: "", basis: "December som november" });
    expect(withFigure(estimated, number("6", 0))).toMatchObject({ comment: "December som november", basis: "" });
    expect(noteOf({ basis: "a", comment: "b" })).toBe("a · b");
  });

  it("of both languages is shown in the reader's, and keeps the other half when it is written anew", () => {
    const cell = { ...emptyContent, ...number("5", 0), basis: "måler | meter", comment: "" };
    expect([noteIn(cell, "da"), noteIn(cell, "en")]).toEqual(["måler", "meter"]);
    expect(withNoteIn(cell, "meter", "en")).toBe(cell);
    const estimated = { ...cell, status: "estimated" as const };
    expect(withNoteIn(estimated, "new meter", "en")).toMatchObject({ basis: "måler | new meter", comment: "" });
    // Two remarks that are written anew as one are one.
    const two = { ...estimated, comment: "set efter | checked" };
    expect(noteIn(two, "da")).toBe("måler · set efter");
    expect(withNoteIn(two, "ny", "da")).toMatchObject({ basis: "ny", comment: "" });
  });
});

describe("two cells say the same", () => {
  it("by the exact value and the decimals entered", () => {
    const one = { ...emptyContent, ...number("7.9", 1) };
    expect(saysTheSame(one, { ...one, amount: "7.900000" })).toBe(true);
    expect(saysTheSame(one, { ...one, amount: "7.90", scale: 2 })).toBe(false);
    expect(saysTheSame(one, { ...one, source: "x" })).toBe(false);
  });
});

describe("what the browser sends is checked", () => {
  const sent = {
    kpiId: "0196b0a4-5c5b-7000-8000-000000000000",
    seen: 0,
    ...emptyContent,
    status: "reported",
    amount: "5",
    scale: 0,
  };
  it.each([
    [{}, true],
    [{ amount: "1e3" }, false],
    [{ amount: "1234567890123456789" }, false],
    [{ amount: "0.1234567" }, false],
    [{ amount: null }, false],
    [{ status: null }, false],
    [{ status: "pending", amount: null, scale: null }, true],
    [{ men: "60", women: "40" }, false],
    [{ amount: null, men: "60", women: "40" }, true],
    [{ amount: null, men: "60", women: "50" }, false],
    [{ comment: "a\0b" }, false],
    [{ comment: "\uD800" }, false],
    [{ comment: "x".repeat(2001) }, false],
    [{ organisationId: "x" }, false],
    [{ isExample: true }, false],
  ])("%j", (change, isTaken) => {
    expect(cellSchema.safeParse({ ...sent, ...change }).success).toBe(isTaken);
  });
});
