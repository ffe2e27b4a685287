import type { DecimalText } from "@/lib/number/model";

/** An exact number n/d in lowest terms; d is positive. What figures are calculated with, so that only the display rounds. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

const decimalText = /^(-?)(\d+)(?:\.(\d+))?$/;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** d must not be 0. */
function reduced(n: bigint, d: bigint): Fraction {
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { n: n / divisor, d: d / divisor };
}

/** An exact decimal as a fraction. @throws RangeError when the text is no DecimalText: a mistake of ours, never of a user. */
export function fraction(text: DecimalText): Fraction {
  const match = decimalText.exec(text);
  if (!match) throw new RangeError(`Not an exact decimal: ${JSON.stringify(text.slice(0, 40))}`);
  const [, sign = "", whole = "", decimals = ""] = match;
  return reduced(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

/** A whole number as a fraction. @throws RangeError when it is not whole. */
export function whole(count: number): Fraction {
  return { n: BigInt(count), d: 1n };
}

export const zero: Fraction = { n: 0n, d: 1n };
export const hundred: Fraction = { n: 100n, d: 1n };

/** a + b. */
export function add(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b. */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a × b. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.n, a.d * b.d);
}

/** a ÷ b, or null when b is 0: a ratio to nothing is no figure, neither 0 nor infinite. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  return b.n === 0n ? null : reduced(a.n * b.d, a.d * b.n);
}

/** Sum of all; of none it is 0, so ask first whether there is anything to add. Reduced once: figures have few different denominators. */
export function sum(fractions: readonly Fraction[]): Fraction {
  return total(fractions.length, (at) => fractions[at]!);
}

/** Sum of products, a of each times b of each; of none it is 0. */
export function sumOfProducts(pairs: readonly (readonly [Fraction, Fraction])[]): Fraction {
  return total(pairs.length, (at) => ({ n: pairs[at]![0].n * pairs[at]![1].n, d: pairs[at]![0].d * pairs[at]![1].d }));
}

function total(count: number, of: (at: number) => Fraction): Fraction {
  let [n, d] = [0n, 1n];
  for (let at = 0; at < count; at++) {
    const next = of(at);
    if (next.d === d) n += next.n;
    else if (d % next.d === 0n) n += next.n * (d / next.d);
    else ({ n, d } = reduced(n * next.d + next.n * d, d * next.d));
  }
  return reduced(n, d);
}

/** −1 when a is smaller than b, 1 when larger, 0 when equal. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether it is exactly 0. */
export function isZero(a: Fraction): boolean {
  return a.n === 0n;
}

/** −a. */
export function negate(a: Fraction): Fraction {
  return { n: -a.n, d: a.d };
}

/** a without its sign. */
export function absolute(a: Fraction): Fraction {
  return a.n < 0n ? negate(a) : a;
}

/** What a number moved by, in percent of what it was: (now − before) ÷ |before| × 100; null from 0, of which nothing is a share. */
export function percentChange(before: Fraction, now: Fraction): Fraction | null {
  return divide(multiply(subtract(now, before), hundred), absolute(before));
}

/** The smaller of two. */
export function min(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

/** The larger of two. */
export function max(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** Rounds half away from zero to so many decimals and keeps them all: "0.60". What rounds to zero is "0.00", never "-0.00". */
export function round(a: Fraction, decimals: number): DecimalText {
  const scaled = absolute(a).n * 10n ** BigInt(decimals);
  const digits = String((2n * scaled + a.d) / (2n * a.d)).padStart(decimals + 1, "0");
  const sign = a.n < 0n && /[1-9]/.test(digits) ? "-" : "";
  const point = digits.length - decimals;
  return sign + digits.slice(0, point) + (decimals > 0 ? `.${digits.slice(point)}` : "");
}
