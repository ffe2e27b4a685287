import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculate } from "@/lib/calculation/model";
import { fraction, round } from "@/lib/number/fraction";
import type { FixedFormula } from "@/lib/kpi/schema";
import { roundSplit } from "@/lib/quantity/model";

const result = (formula: FixedFormula, inputs: Record<string, string>, decimals = 3) => {
  const { quantity, lacks } = calculate(formula, (code) => (code in inputs ? fraction(inputs[code]!) : null));
  if (!quantity) return lacks;
  return quantity.kind === "number" ? round(quantity.amount, decimals) : roundSplit(quantity, decimals);
};

describe("formulas of standards.md", () => {
  it("ratio, share and difference", () => {
    expect(result({ kind: "ratio", numerator: "t", denominator: "dkk" }, { t: "719", dkk: "1143" }, 2)).toBe("0.63");
    expect(result({ kind: "share", part: "a", whole: "b" }, { a: "1", b: "3" })).toBe("33.333");
    expect(result({ kind: "difference", minuend: "a", subtrahend: "b" }, { a: "1", b: "3" })).toBe("-2.000");
  });

  it("net promoter score from counts", () => {
    const nps: FixedFormula = { kind: "nps", promoters: "p", passives: "n", detractors: "d" };
    expect(result(nps, { p: "50", n: "30", d: "20" })).toBe("30.000");
    expect(result(nps, { p: "0", n: "0", d: "0" })).toEqual(["p", "n", "d"]);
    expect(result(nps, { p: "50", d: "20" })).toEqual(["n"]);
  });

  it("names a denominator of zero and every missing input", () => {
    expect(result({ kind: "ratio", numerator: "a", denominator: "b" }, { a: "1", b: "0" })).toEqual(["b"]);
    expect(result({ kind: "share", part: "a", whole: "b" }, {})).toEqual(["a", "b"]);
    expect(result({ kind: "split", men: "m", women: "w" }, { m: "0", w: "0" })).toEqual(["m", "w"]);
  });

  it("splits heads into shares that still sum to 100 when rounded", () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 2 }),
        (men, women, decimals) => {
          const split = result(
            { kind: "split", men: "m", women: "w" },
            { m: String(men), w: String(women) },
            decimals,
          ) as { men: string; women: string };
          expect(Number(split.men) + Number(split.women)).toBeCloseTo(100, 9);
          expect(Math.abs(Number(split.men) - (men / (men + women)) * 100)).toBeLessThanOrEqual(
            0.5 / 10 ** decimals + 1e-9,
          );
        },
      ),
    );
  });
});
