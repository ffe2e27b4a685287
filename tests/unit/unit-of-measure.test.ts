import { describe, expect, test } from "vitest";
import { divide, fraction, round } from "@/lib/number/fraction";
import { convert, statedIn, unitLabel, unitsOfMeasure } from "@/lib/unit-of-measure/model";

describe("units of measure", () => {
  test.each([
    ["t/mDKK", "t/mio. kr.", "t/DKK m"],
    ["MWh/mDKK", "MWh/mio. kr.", "MWh/DKK m"],
    ["% of FTE", "% af FTE", "% of FTE"],
    ["score −100…+100", "point", "points"],
    ["index 0–100", "indeks", "index"],
    ["mDKK", "mio. kr.", "DKK m"],
  ])("%s beside a number", (code, danish, english) => {
    expect(unitLabel(code, "da")).toBe(danish);
    expect(unitLabel(code, "en")).toBe(english);
  });

  test("long where a table must tell the scale", () => {
    expect(unitLabel("index 0–100", "da", "long")).toBe("indeks 0–100");
    expect(unitLabel("score −100…+100", "da", "long")).toBe("−100…+100");
    expect(unitLabel("% men/women", "da", "long")).toBe("% m/k");
  });

  test.each(["beds", "constructor", "__proto__", ""])("unknown %j is its own label and stated in percent", (code) => {
    expect(unitLabel(code, "da")).toBe(code);
    expect(statedIn(code)).toBe("percent");
    expect(convert(fraction("1"), code, code)).toBeNull();
  });

  test("how a change is stated", () => {
    const stated = (kind: string) => Object.keys(unitsOfMeasure).filter((code) => statedIn(code) === kind);
    expect(stated("percentagePoints")).toEqual(["%", "% of FTE", "% men/women"]);
    expect(stated("points")).toEqual(["score −100…+100", "score", "index 0–100"]);
  });

  test("every code of the reference report is known", () => {
    const printed = [
      "t",
      "t/mDKK",
      "MWh",
      "MWh/mDKK",
      "m³",
      "m³/mDKK",
      "%",
      "% of FTE",
      "% men/women",
      "score −100…+100",
      "score",
      "index 0–100",
      "FTE",
      "mDKK",
    ];
    expect(Object.keys(unitsOfMeasure)).toEqual(expect.arrayContaining(printed));
  });
});

describe("conversion", () => {
  test.each([
    ["1241500", "kWh", "MWh", "1241.5"],
    ["3.6", "GJ", "MWh", "1"],
    ["118.4", "t", "kg", "118400"],
    ["1143", "mDKK", "DKK", "1143000000"],
  ])("%s %s in %s is %s, and back", (amount, from, to, expected) => {
    expect(convert(fraction(amount), from, to)).toEqual(fraction(expected));
    expect(convert(fraction(expected), to, from)).toEqual(fraction(amount));
  });

  test.each([
    ["MWh", "t"],
    ["%", "% of FTE"],
    ["days", "hours"],
    ["FTE", "persons"],
  ])("%s is never %s", (from, to) => expect(convert(fraction("1"), from, to)).toBeNull());

  test("an intensity's factor is its parts' ratio", () => {
    for (const code of ["t/mDKK", "MWh/mDKK", "m³/mDKK"]) {
      const [part = "", money = ""] = code.split("/");
      const factor = (name: string) => fraction(unitsOfMeasure[name]?.factor ?? "");
      const quotient = divide(factor(part), factor(money));
      expect(quotient && round(quotient, 12)).toBe(round(factor(code), 12));
    }
  });
});
