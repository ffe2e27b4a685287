import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast, financialYear, isPercent, onPaper } from "@/lib/setup/organisation/model";
import { percentFrom } from "@/lib/setup/organisation/reading/model";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("a house colour", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#767676", "#ffffff", 4.54],
  ])("%s on %s has a contrast of %d", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  });

  test("contrast is the same both ways, and from 1 to 21", () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const ratio = contrast(one, other);
        expect(ratio).toBe(contrast(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21.000001);
      }),
    );
  });

  test("is readable on paper or not, and its ratio is never rounded up to enough", () => {
    expect(onPaper("#0b5c55")).toEqual({ ratio: "7.5", isEnough: true });
    expect(onPaper("#ffcc00").isEnough).toBe(false);
    fc.assert(
      fc.property(colour, (one) => {
        const { ratio, isEnough } = onPaper(one);
        expect(isEnough).toBe(Number(ratio) >= 4.5);
      }),
    );
  });
});

describe("a financial year", () => {
  test.each([
    [2024, 1, "2024-01-01", "2024-12-31"],
    [2024, 5, "2024-05-01", "2025-04-30"],
    [2023, 3, "2023-03-01", "2024-02-29"],
    [2024, 12, "2024-12-01", "2025-11-30"],
  ])("%d beginning in month %d", (year, month, from, to) => {
    expect(financialYear(year, month)).toEqual({ from, to });
  });

  test("follows the one before without a gap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const next = new Date(`${financialYear(year, month).to}T00:00:00Z`).getTime() + 86_400_000;
        expect(new Date(next).toISOString().slice(0, 10)).toBe(financialYear(year + 1, month).from);
      }),
    );
  });
});

test("a percentage is read in the reader's language", () => {
  expect(percentFrom("2,5", "da")).toBe("2.5");
  expect(isPercent("100.001")).toBe(false);
  for (const [text, locale] of [
    ["", "da"],
    ["2.5", "da"],
    ["-1", "en"],
    ["101", "en"],
    ["1.2345", "en"],
    ["abc", "en"],
  ] as const)
    expect(() => percentFrom(text, locale), text).toThrow("setup.organisation.percentWrong");
});
