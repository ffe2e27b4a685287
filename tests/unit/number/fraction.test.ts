import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absolute,
  add,
  compare,
  divide,
  fraction,
  hundred,
  isZero,
  max,
  min,
  multiply,
  negate,
  percentChange,
  round,
  subtract,
  sum,
  whole,
  zero,
  type Fraction,
} from "@/lib/number/fraction";

const runs = { numRuns: 5_000 };
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 6 }))
  .map(([n, scale]) => {
    const text = String(n < 0n ? -n : n).padStart(scale + 1, "0");
    const point = text.length - scale;
    return (n < 0n ? "-" : "") + text.slice(0, point) + (scale ? `.${text.slice(point)}` : "");
  });
const ratio = fc
  .tuple(
    amount,
    amount.filter((text) => /[1-9]/.test(text)),
  )
  .map(([n, d]) => divide(fraction(n), fraction(d)) as Fraction);

describe("exact fractions", () => {
  test("decimals become fractions in lowest terms", () => {
    expect(fraction("-1707.5")).toEqual({ n: -3415n, d: 2n });
    expect(fraction("0.60")).toEqual({ n: 3n, d: 5n });
    expect(fraction("-0.00")).toEqual({ n: 0n, d: 1n });
    expect(whole(-3)).toEqual({ n: -3n, d: 1n });
  });

  test.each(["", "1e3", "1,5", "+1", ".5", "5.", "NaN", " 1", "1\n", "−1", "0x1", "1.2.3"])(
    "%j is no exact decimal",
    (text) => expect(() => fraction(text)).toThrow(RangeError),
  );

  test("a ratio to nothing is no figure", () => {
    expect(divide(hundred, zero)).toBeNull();
    expect(divide(zero, fraction("0.00"))).toBeNull();
    expect(divide(zero, hundred)).toEqual(zero);
  });

  test("the sum of none is 0", () => expect(sum([])).toEqual(zero));

  test("laws of arithmetic, in lowest terms with a positive denominator", () => {
    fc.assert(
      fc.property(ratio, ratio, ratio, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(sum([a, b, c])).toEqual(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(a, negate(a))).toEqual(zero);
        expect(subtract(add(a, b), b)).toEqual(a);
        if (!isZero(b)) expect(divide(multiply(a, b), b)).toEqual(a);
        const result = add(multiply(a, b), c);
        expect(result.d > 0n).toBe(true);
        expect(greatestCommonDivisor(result.n, result.d)).toBe(1n);
      }),
      runs,
    );
  });

  test("order", () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(a, b) === 0).toBe(isZero(subtract(a, b)));
        expect(compare(min(a, b), max(a, b))).toBeLessThanOrEqual(0);
        expect(add(min(a, b), max(a, b))).toEqual(add(a, b));
        expect(compare(absolute(a), zero)).toBeGreaterThanOrEqual(0);
        expect(multiply(absolute(a), absolute(a))).toEqual(multiply(a, a));
      }),
      runs,
    );
  });

  test("a change in percent of what was there leads back to what is; from 0 there is none", () => {
    fc.assert(
      fc.property(ratio, ratio, (before, now) => {
        const percent = percentChange(before, now);
        if (isZero(before)) expect(percent).toBeNull();
        else expect(add(before, divide(multiply(percent!, absolute(before)), hundred)!)).toEqual(now);
      }),
      runs,
    );
    expect(percentChange(zero, hundred)).toBeNull();
    expect(percentChange(fraction("-4"), fraction("-3"))).toEqual(fraction("25"));
  });
});

describe("rounding, half away from zero", () => {
  test.each([
    ["0.5", 0, "1"],
    ["-0.5", 0, "-1"],
    ["2.5", 0, "3"],
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["0.6", 2, "0.60"],
    ["-0.004", 2, "0.00"],
    ["-0.4", 0, "0"],
    ["999.995", 2, "1000.00"],
    ["0", 3, "0.000"],
    ["0.049999", 1, "0.0"],
  ])("%s to %i decimals is %s", (text, decimals, rounded) => expect(round(fraction(text), decimals)).toBe(rounded));

  test("scope 2 over revenue: from tonnes +4 % and +5 %, not from rounded ratios", () => {
    const third = divide(fraction("1"), fraction("3")) as Fraction;
    expect(round(third, 6)).toBe("0.333333");
    expect(round(multiply(third, fraction("3")), 2)).toBe("1.00");
  });

  test("agrees with an independent oracle", () => {
    // Enough digits for any quotient here to be judged rightly at the half.
    const Oracle = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });
    fc.assert(
      fc.property(
        amount,
        amount.filter((text) => /[1-9]/.test(text)),
        fc.integer({ min: 0, max: 6 }),
        (n, d, decimals) => {
          const expected = new Oracle(n).div(new Oracle(d)).toFixed(decimals);
          const actual = round(divide(fraction(n), fraction(d)) as Fraction, decimals);
          expect(actual).toBe(/[1-9]/.test(expected) ? expected : expected.replace("-", ""));
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
