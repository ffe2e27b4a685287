import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactorUse } from "@/lib/emission-factor/model";
import { workOut } from "@/lib/expression/evaluation/model";
import { parseExpression } from "@/lib/expression/parsing/model";
import { add, compare, divide, fraction, multiply, round } from "@/lib/number/fraction";
import { measureOf } from "@/lib/unit-of-measure/measure/model";
import { convert } from "@/lib/unit-of-measure/model";
import { factorUse } from "@/tests/factories/factor";

const work = (
  text: string,
  amounts: Record<string, [string | null, string]>,
  unit: string,
  factors: Record<string, FactorUse> = {},
) => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return workOut(
    parsed.tree,
    {
      amountOf: (code) => (amounts[code]?.[0] == null ? null : fraction(amounts[code][0])),
      unitOf: (code) => amounts[code]?.[1] ?? null,
      factorOf: (code) => factors[code] ?? null,
    },
    unit,
  );
};

describe("an expression worked out", () => {
  it("converts units of measure exactly and uses the factor's version", () => {
    const grid = factorUse({ code: "grid", value: "145.560961", unitIn: "MWh", unitOut: "kg" });
    const { amount, factors } = work('(a + b) * factor("grid")', { a: ["3289", "MWh"], b: ["1000", "kWh"] }, "t", {
      grid,
    });
    expect(round(amount!, 9)).toBe("478.895561690");
    expect(factors).toEqual([grid]);
  });

  it("names what is missing; nothing missing counts as 0", () => {
    expect(work("a + b * c", { a: ["1", "t"], b: [null, "t"], c: [null, "count"] }, "t")).toMatchObject({
      amount: null,
      lacks: ["b", "c"],
      problem: null,
    });
    expect(work('a * factor("f")', { a: ["1", "MWh"] }, "t").problem).toEqual({
      code: "expression.factorMissing",
      place: { column: 5, length: 11 },
      values: { name: "f" },
    });
  });

  it("has no figure when it divides by 0 or units of measure no longer fit, and says where", () => {
    expect(work("a / (b - c)", { a: ["1", "t"], b: ["2", "t"], c: ["2000", "kg"] }, "count").problem).toEqual({
      code: "expression.divisionByZero",
      place: { column: 6, length: 5 },
      values: {},
    });
    expect(work("a + b", { a: ["1", "t"], b: ["2", "m³"] }, "t").problem?.code).toBe("expression.unitsDiffer");
  });

  const decimal = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.nat(6)).map(([n, scale]) => {
    const digits = String(Math.abs(n)).padStart(scale + 1, "0");
    return (n < 0 ? "-" : "") + (scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits);
  });

  it("is exact: as the same arithmetic on fractions, whatever the numbers", () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        const { amount, problem } = work("(a + b) * c / a", { a: [a, "t"], b: [b, "t"], c: [c, "t"] }, "t");
        const expected = divide(multiply(add(fraction(a), fraction(b)), fraction(c)), fraction(a));
        if (!expected) return void expect(problem?.code).toBe("expression.divisionByZero");
        expect(compare(amount!, expected)).toBe(0);
      }),
    );
  });

  it("converts as the catalogue does", () => {
    fc.assert(
      fc.property(
        decimal,
        fc.constantFrom("kWh", "MWh", "GJ", "MJ"),
        fc.constantFrom("kWh", "MWh", "GJ"),
        (a, from, to) => {
          expect(compare(work("a", { a: [a, from] }, to).amount!, convert(fraction(a), from, to)!)).toBe(0);
          expect(measureOf(from).powers).toEqual({ energy: 1 });
        },
      ),
    );
  });
});
