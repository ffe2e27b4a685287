import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { formatChoice, formatDate, formatDecimal, formatSplit, formatTime } from "@/lib/number/format";

describe("decimals as people read them", () => {
  test.each([
    ["1707.5", "1.707,5", "1,707.5"],
    ["-1707.5", "−1.707,5", "−1,707.5"],
    ["719", "719", "719"],
    ["1000", "1.000", "1,000"],
    ["0.60", "0,60", "0.60"],
    ["123456789012345678.123456", "123.456.789.012.345.678,123456", "123,456,789,012,345,678.123456"],
    ["-0.00", "0,00", "0.00"],
  ])("%s", (text, danish, english) => {
    expect(formatDecimal(text, "da")).toBe(danish);
    expect(formatDecimal(text, "en")).toBe(english);
  });

  test("rounds once and keeps the decimals asked for", () => {
    expect(formatDecimal("1707.5", "da", { decimals: 0 })).toBe("1.708");
    expect(formatDecimal("-0.4", "da", { decimals: 0 })).toBe("0");
    expect(formatDecimal("12", "en", { decimals: 2 })).toBe("12.00");
  });

  test("a sign where a change is printed, none on zero", () => {
    expect(formatDecimal("10", "da", { sign: true })).toBe("+10");
    expect(formatDecimal("-3.5", "da", { sign: true })).toBe("−3,5");
    expect(formatDecimal("0.04", "da", { sign: true, decimals: 1 })).toBe("0,0");
  });

  test("refuses what is no exact decimal", () => expect(() => formatDecimal("NaN", "da")).toThrow(RangeError));

  test("agrees with Intl, which takes exact strings too", () => {
    const danish = new Intl.NumberFormat("da-DK", { minimumFractionDigits: 3, maximumFractionDigits: 3 });
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.integer({ min: 0, max: 999 }),
        (whole, decimals) => {
          const text = `${whole}.${String(decimals).padStart(3, "0")}` as `${number}`;
          expect(formatDecimal(text, "da")).toBe(danish.format(text).replace("-", "−"));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test("splits and choices", () => {
    expect(formatSplit({ men: "27", women: "73" }, "da")).toBe("27/73");
    expect(formatSplit({ men: "27.50", women: "72.50" }, "da")).toBe("27,50/72,50");
    expect(formatChoice(["1.234,5", "1,2345"], "da")).toBe("1.234,5 eller 1,2345");
    expect(formatChoice(["1.5"], "en")).toBe("1.5");
  });
});

describe("dates and times are Copenhagen's", () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  test.each(["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])("on a server in %s", (zone) => {
    process.env.TZ = zone;
    const newYear = new Date("2023-12-31T23:30:07Z");
    expect(formatDate(newYear, "da")).toBe("01.01.2024");
    expect(formatDate(newYear, "da", "long")).toBe("1. januar 2024");
    expect(formatDate(newYear, "en")).toBe("1 Jan 2024");
    expect(formatDate(newYear, "en", "long")).toBe("1 January 2024");
    expect(formatTime(newYear, "da")).toBe("00.30");
    expect(formatTime(newYear, "en", "seconds")).toBe("00:30:07");
    expect(formatTime(new Date("2024-07-01T08:42:07Z"), "da", "seconds")).toBe("10.42.07");
  });

  test("a date of the database, kept as midnight in UTC, is the same day", () => {
    expect(formatDate(new Date("2023-12-31"), "da")).toBe("31.12.2023");
    expect(formatDate(new Date("2024-02-29"), "da", "long")).toBe("29. februar 2024");
  });
});
