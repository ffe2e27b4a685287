import { describe, expect, it } from "vitest";
import { judgeTarget, targetInForce, type StoredTarget } from "@/lib/target/model";
import { numberQuantity, splitQuantity, type Quantity } from "@/lib/quantity/model";

const target = (given: Partial<StoredTarget>): StoredTarget => ({
  year: 2024,
  kind: "atLeast",
  amount: "85",
  scale: 0,
  men: null,
  women: null,
  baselineYear: null,
  setInYear: 2023,
  printsUnit: false,
  note: "",
  ...given,
});
const series =
  (figures: Record<number, string | [string, string]>) =>
  (year: number): Quantity | null => {
    const figure = figures[year];
    if (figure === undefined) return null;
    return typeof figure === "string" ? numberQuantity(figure) : splitQuantity(...figure);
  };
const state = (
  year: number,
  figures: Record<number, string | [string, string]>,
  given: Partial<StoredTarget>,
  decimals = 0,
) => judgeTarget(year, series(figures), target(given), decimals).state;

describe("the target in force", () => {
  it("is the one for the year, else the next ahead, of those already set", () => {
    const targets = [target({ year: 2030 }), target({ year: 2024 }), target({ year: 2026 })];
    expect(targetInForce(targets, 2024)?.year).toBe(2024);
    expect(targetInForce(targets, 2025)?.year).toBe(2026);
    expect(targetInForce(targets, 2031)).toBeNull();
    expect(targetInForce(targets, 2022)).toBeNull();
    expect(targetInForce([target({ setInYear: null })], 2022)?.year).toBe(2024);
  });
});

describe("the state of a target", () => {
  it("is met or missed when its year is reached", () => {
    expect(state(2024, { 2024: "85" }, {})).toBe("met");
    expect(state(2024, { 2024: "84.99" }, {})).toBe("missed");
  });

  it("keeps strict limits strict", () => {
    expect(state(2024, { 2024: "70" }, { kind: "above", amount: "70" })).toBe("missed");
    expect(state(2024, { 2024: "2.5" }, { kind: "below", amount: "2.5" })).toBe("missed");
    expect(state(2024, { 2024: "0" }, { kind: "atMost", amount: "0" })).toBe("met");
  });

  it("is already met, or behind without a line to follow, while its year lies ahead", () => {
    expect(state(2023, { 2023: "86" }, {})).toBe("alreadyMet");
    expect(state(2023, { 2022: "80", 2023: "84" }, {})).toBe("behind");
  });

  it("follows the straight line from the baseline", () => {
    const falling = { kind: "atMost" as const, amount: "60", year: 2030, baselineYear: 2020 };
    expect(state(2025, { 2020: "100", 2025: "80" }, falling)).toBe("onTrack");
    expect(state(2025, { 2020: "100", 2025: "80.01" }, falling)).toBe("behind");
    expect(state(2025, { 2025: "80" }, falling)).toBe("behind");
  });

  it("follows the line from the first figure after it was set", () => {
    const rising = { amount: "90", year: 2026, setInYear: 2022 };
    expect(state(2025, { 2022: "10", 2023: "60", 2025: "80" }, rising)).toBe("onTrack");
    expect(state(2025, { 2022: "10", 2023: "60", 2025: "79" }, rising)).toBe("behind");
  });

  it("reads a reduction against its baseline year", () => {
    const reduction = { kind: "reduction" as const, amount: "5", baselineYear: 2023 };
    expect(state(2023, { 2023: "100" }, reduction)).toBe("baseline");
    expect(state(2024, { 2023: "100", 2024: "95" }, reduction)).toBe("met");
    expect(state(2024, { 2023: "100", 2024: "95.1" }, reduction)).toBe("missed");
    expect(state(2024, { 2024: "95" }, reduction)).toBe("noData");
    expect(judgeTarget(2023, series({ 2023: "1.493" }), target(reduction), 2).target?.limit).toBe("1.42");
  });

  it.each([
    [["25", "75"], ["27", "73"], "alreadyMet"],
    [["50", "50"], ["30", "70"], "behind"],
    [["60", "40"], ["40", "60"], "alreadyMet"],
    [["60", "40"], ["75", "25"], "behind"],
  ] as const)("holds a split target %j against %j by the smaller share: %s", ([men, women], figure, expected) => {
    expect(state(2023, { 2023: [...figure] as [string, string] }, { kind: "split", amount: null, men, women })).toBe(
      expected,
    );
  });

  it("needs a figure, and a target", () => {
    expect(state(2023, {}, {})).toBe("noData");
    expect(judgeTarget(2023, series({ 2023: "1" }), null, 0)).toEqual({ state: "noTarget", target: null, rule: null });
  });

  it("writes the comparison that decided", () => {
    expect(
      judgeTarget(2023, series({ 2023: "2.9" }), target({ kind: "above", amount: "4.0", scale: 1 }), 1).rule,
    ).toEqual({ subject: "value", left: "2.9", sign: "≤", right: "4.0" });
    expect(
      judgeTarget(
        2023,
        series({ 2023: ["75", "25"] }),
        target({ kind: "split", amount: null, men: "60", women: "40" }),
        0,
      ).rule,
    ).toEqual({ subject: "women", left: "25", sign: "<", right: "40" });
  });
});
