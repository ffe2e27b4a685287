import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween } from "@/lib/change/model";
import { numberQuantity, splitQuantity } from "@/lib/quantity/model";

const cell = (amount: string) => ({ status: "reported" as const, quantity: numberQuantity(amount), covers: null });
const split = (men: string, women: string) => ({
  status: "reported" as const,
  quantity: splitQuantity(men, women),
  covers: null,
});
const none = (status: "pending" | "discontinued" | "notMeasured") => ({ status, quantity: null, covers: null });
const kpi = { direction: "lower" as const, decimals: 0, statedIn: "percent" as const, replacesAnother: false };

describe("the change from the year before", () => {
  it("divides unrounded figures, where the source divided rounded ones", () => {
    const intensity = (tonnes: string, revenue: string) => Number(tonnes) / Number(revenue);
    expect(Math.round((0.63 / 0.6 - 1) * 100)).toBe(5);
    expect(Math.round((intensity("719", "1143") / intensity("652", "1078.9") - 1) * 100)).toBe(4);
    expect(changeBetween(cell("652"), cell("719"), kpi)).toMatchObject({
      comparable: true,
      relative: "10",
      absolute: "67",
      judgement: "worse",
      moved: "up",
    });
  });

  it("has a difference but no percentage after a zero", () => {
    expect(changeBetween(cell("0"), cell("4"), kpi)).toMatchObject({
      comparable: true,
      relative: null,
      absolute: "4",
      judgement: "worse",
    });
  });

  it("judges a split by its under-represented sex", () => {
    const balance = { ...kpi, direction: "balance" as const };
    expect(changeBetween(split("63", "37"), split("75", "25"), balance)).toMatchObject({
      judgement: "worse",
      absolute: "-12",
    });
    expect(changeBetween(split("40", "60"), split("60", "40"), balance)).toMatchObject({
      judgement: "unchanged",
      moved: "level",
    });
  });

  it("says why there is none", () => {
    expect(changeBetween(none("notMeasured"), cell("83"), { ...kpi, replacesAnother: true })).toEqual({
      comparable: false,
      why: "newSeries",
    });
    expect(changeBetween(cell("91"), none("discontinued"), kpi)).toEqual({ comparable: false, why: "seriesEnded" });
    expect(changeBetween(cell("3465"), none("pending"), kpi)).toEqual({ comparable: false, why: "noCurrent" });
    expect(changeBetween(null, cell("1"), kpi)).toEqual({ comparable: false, why: "noPrevious" });
    expect(changeBetween(cell("9"), { ...cell("5"), covers: new Set(["a"]) }, kpi)).toEqual({
      comparable: false,
      why: "coverageChanged",
    });
    expect(
      changeBetween({ ...cell("9"), covers: new Set(["a"]) }, { ...cell("5"), covers: new Set(["a"]) }, kpi),
    ).toMatchObject({ comparable: true });
  });

  it("turns around with the direction, and only with it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 9 }), (before, after) => {
        const judged = (direction: "lower" | "higher" | "neutral") => {
          const change = changeBetween(cell(String(before)), cell(String(after)), { ...kpi, direction });
          return change.comparable ? change.judgement : "none";
        };
        if (before === after)
          return void expect([judged("lower"), judged("higher"), judged("neutral")]).toEqual([
            "unchanged",
            "unchanged",
            "unchanged",
          ]);
        expect(judged("lower")).toBe(after < before ? "better" : "worse");
        expect(judged("higher")).toBe(after < before ? "worse" : "better");
        expect(judged("neutral")).toBe("neutral");
      }),
    );
  });
});
