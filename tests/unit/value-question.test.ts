import { describe, expect, it } from "vitest";
import { emptyContent, type CellFigure } from "@/lib/value/model";
import { expectedRange, questionsTo } from "@/lib/value/question/model";

const rule = { tolerancePercent: "25.00", minimum: "0", maximum: null };
const figure = (amount: string): CellFigure => ({
  status: "reported",
  amount,
  scale: amount.split(".")[1]?.length ?? 0,
  men: null,
  women: null,
});
const asked = (now: string, before: string | null, change: object = {}) =>
  questionsTo({ ...emptyContent, ...figure(now), ...change }, rule, before === null ? null : figure(before));

describe("an unusual figure is questioned", () => {
  it.each([
    ["1184", "118", { code: "factor", factor: 10, than: "more", suggestion: "118.4" }],
    ["1241000", "1241", { code: "factor", factor: 1000, than: "more", suggestion: "1241" }],
    ["7.3", "720", { code: "factor", factor: 100, than: "less", suggestion: "730" }],
    ["812", "302", { code: "change", percent: "169", than: "more" }],
    ["100", "140", { code: "change", percent: "29", than: "less" }],
    ["1241", "1241", { code: "same" }],
  ])("%s after %s", (now, before, question) => {
    expect(asked(now, before)).toEqual([question]);
  });

  it.each([
    ["1250", "1241"],
    ["125", "100"],
    ["5", "5"],
    ["5", "0"],
    ["5", null],
    ["1241.0", "1241"],
  ])("%s after %s is usual", (now, before) => {
    expect(asked(now, before)).toEqual([]);
  });

  it("the end of a scale repeats by itself", () => {
    expect(
      questionsTo({ ...emptyContent, ...figure("100") }, { ...rule, maximum: "100.000000" }, figure("100")),
    ).toEqual([]);
  });

  it("an estimate is asked what it rests on, after what is more pressing", () => {
    expect(asked("1184", "118", { status: "estimated" }).map(({ code }) => code)).toEqual(["basisMissing", "factor"]);
    expect(asked("118", "119", { status: "estimated", basis: "heat of 2022" })).toEqual([]);
  });

  it("a cell without a figure is never asked", () => {
    expect(questionsTo({ ...emptyContent, status: "pending" }, rule, figure("118"))).toEqual([]);
  });

  it("a split by the share of men", () => {
    const split = (men: string, women: string) => ({ status: "reported" as const, amount: null, scale: 0, men, women });
    expect(questionsTo({ ...emptyContent, ...split("75", "25") }, rule, split("27", "73"))).toMatchObject([
      { code: "change" },
    ]);
    expect(questionsTo({ ...emptyContent, ...split("28", "72") }, rule, split("27", "73"))).toEqual([]);
  });
});

describe("what is expected after last year", () => {
  it("lies within the tolerance and the bounds, with last year's decimals", () => {
    expect(expectedRange(figure("5120"), { ...rule, tolerancePercent: "10" })).toEqual({ low: "4608", high: "5632" });
    expect(expectedRange(figure("90.5"), { ...rule, maximum: "100" })).toEqual({ low: "67.9", high: "100.0" });
    expect(expectedRange(figure("0"), rule)).toBeNull();
    expect(expectedRange({ ...figure("5"), amount: null }, rule)).toBeNull();
  });
});

describe("signs and parts", () => {
  const content = (amount: string) => ({ ...emptyContent, ...figure(amount) });
  const part = (other: string, isWhole: boolean) => [{ isWhole, other: "Affald i alt", figure: figure(other) }];

  it("asks about a sign that turned, before it asks about the size", () => {
    expect(questionsTo(content("-118"), rule, figure("118"))).toMatchObject([{ code: "sign", than: "less" }]);
    expect(questionsTo(content("118"), rule, figure("-118"))).toMatchObject([{ code: "sign", than: "more" }]);
    expect(questionsTo(content("0"), { ...rule, tolerancePercent: "100" }, figure("-118"))).toEqual([]);
  });

  it("asks about a part that is more than its whole, from either side", () => {
    expect(questionsTo(content("12"), rule, null, part("10", false))).toEqual([
      { code: "part", isWhole: false, other: "Affald i alt", amount: "10" },
    ]);
    expect(questionsTo(content("10"), rule, null, part("12", true))).toMatchObject([{ code: "part", isWhole: true }]);
    expect(questionsTo(content("10"), rule, null, part("10", false))).toEqual([]);
    expect(questionsTo(content("10"), rule, null, [{ isWhole: true, other: "x", figure: emptyContent }])).toEqual([]);
  });
});
