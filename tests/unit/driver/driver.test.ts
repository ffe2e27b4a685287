import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageEffect, effectsOf, type Driver, type Effect, type Formula } from "@/lib/driver/model";
import { roundedParts } from "@/lib/driver/rounding/model";
import { absolute, add, compare, divide, fraction, multiply, round, subtract, zero } from "@/lib/number/fraction";

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => ({ n, d }));
const positive = amount.map((value) => add(absolute(value), fraction("0.001")));
const driver = (name: string, kind: Driver["kind"], before: string, after: string): Driver => ({
  name,
  kind,
  before: fraction(before),
  after: fraction(after),
});
const totalOf = (effects: readonly Pick<Effect, "amount">[]) =>
  effects.reduce((sum, { amount }) => add(sum, amount), zero);
/** Σ activity × factor, its terms named a0, f0, a1, f1 … */
const products =
  (terms: number): Formula =>
  (of) =>
    Array.from({ length: terms }, (_, term) => multiply(of(`a${term}`), of(`f${term}`))).reduce(add, zero);
const ratio: Formula = (of) => divide(of("numerator"), of("denominator"));

describe("the split of a change", () => {
  it("gives the activity its change at the old factor, and the factor its change at the new activity", () => {
    const effects = effectsOf([driver("a0", "activity", "10", "12"), driver("f0", "factor", "3", "4")], products(1))!;
    expect(effects.map(({ kind, amount }) => [kind, round(amount, 0)])).toEqual([
      ["activity", "6"],
      ["factor", "12"],
    ]);
  });

  it("steps the numerator of a ratio first", () => {
    const drivers = [driver("numerator", "activity", "10", "30"), driver("denominator", "factor", "5", "10")];
    expect(effectsOf(drivers, ratio)!.map(({ amount }) => round(amount, 0))).toEqual(["4", "-3"]);
  });

  it("is none where a step has no figure", () => {
    expect(
      effectsOf([driver("numerator", "activity", "1", "2"), driver("denominator", "factor", "0", "1")], ratio),
    ).toBe(null);
    expect(
      effectsOf([driver("numerator", "activity", "1", "2"), driver("denominator", "factor", "1", "0")], ratio),
    ).toBe(null);
  });

  it("adds up to the change exactly, term by term in closed form", () => {
    const term = fc.record({ a0: amount, a1: amount, f0: amount, f1: amount });
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), (terms) => {
        const drivers = terms.flatMap(({ a0, a1, f0, f1 }, index): Driver[] => [
          { name: `a${index}`, kind: "activity", before: a0, after: a1 },
          { name: `f${index}`, kind: "factor", before: f0, after: f1 },
        ]);
        const effects = effectsOf(drivers, products(terms.length))!;
        const closed = terms.flatMap(({ a0, a1, f0, f1 }) => [
          multiply(subtract(a1, a0), f0),
          multiply(a1, subtract(f1, f0)),
        ]);
        expect(effects.map((effect) => effect.amount)).toEqual(closed);
        const change = terms.reduce(
          (sum, { a0, a1, f0, f1 }) => add(sum, subtract(multiply(a1, f1), multiply(a0, f0))),
          zero,
        );
        expect(totalOf(effects)).toEqual(change);
      }),
    );
  });

  it("adds up for ratios", () => {
    fc.assert(
      fc.property(amount, amount, positive, positive, (n0, n1, d0, d1) => {
        const drivers: Driver[] = [
          { name: "numerator", kind: "activity", before: n0, after: n1 },
          { name: "denominator", kind: "factor", before: d0, after: d1 },
        ];
        expect(totalOf(effectsOf(drivers, ratio)!)).toEqual(subtract(divide(n1, d1)!, divide(n0, d0)!));
      }),
    );
  });

  it("adds up with the coverage effect, whichever org units came and went", () => {
    const cell = fc.option(positive, { nil: null });
    const units = fc.array(fc.record({ a0: cell, a1: cell }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(units, positive, positive, (rows, f0, f1) => {
        const sum = (of: (row: (typeof rows)[number]) => typeof f0 | null) =>
          rows.reduce((total, row) => add(total, of(row) ?? zero), zero);
        const both = (row: (typeof rows)[number]) => row.a0 !== null && row.a1 !== null;
        const alike = { a0: sum((row) => (both(row) ? row.a0 : null)), a1: sum((row) => (both(row) ? row.a1 : null)) };
        const years = {
          before: multiply(
            sum((row) => row.a0),
            f0,
          ),
          after: multiply(
            sum((row) => row.a1),
            f1,
          ),
          beforeAlike: multiply(alike.a0, f0),
          afterAlike: multiply(alike.a1, f1),
        };
        const drivers: Driver[] = [
          { name: "a0", kind: "activity", before: alike.a0, after: alike.a1 },
          { name: "f0", kind: "factor", before: f0, after: f1 },
        ];
        const effects = effectsOf(drivers, products(1))!;
        expect(add(totalOf(effects), coverageEffect(years))).toEqual(subtract(years.after, years.before));
        const came = multiply(
          sum((row) => (both(row) ? null : row.a1)),
          f1,
        );
        const went = multiply(
          sum((row) => (both(row) ? null : row.a0)),
          f0,
        );
        expect(coverageEffect(years)).toEqual(subtract(came, went));
      }),
    );
  });
});

describe("parts as printed", () => {
  it("add up to the whole as printed, each less than a step from its exact amount", () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 0, max: 4 }),
        (parts, decimals) => {
          const rounded = roundedParts(parts, decimals);
          expect(rounded.whole).toBe(round(parts.reduce(add, zero), decimals));
          expect(rounded.parts.map(fraction).reduce(add, zero)).toEqual(fraction(rounded.whole));
          const step = { n: 1n, d: 10n ** BigInt(decimals) };
          rounded.parts.forEach((part, index) =>
            expect(compare(absolute(subtract(fraction(part), parts[index]!)), step)).toBe(-1),
          );
        },
      ),
    );
  });

  it("gives what is left to the largest remainder", () => {
    expect(roundedParts(["41.4", "25.3"].map(fraction), 0)).toEqual({ parts: ["42", "25"], whole: "67" });
    expect(roundedParts(["-0.4", "-0.4"].map(fraction), 0)).toEqual({ parts: ["0", "-1"], whole: "-1" });
  });
});
