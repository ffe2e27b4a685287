import { add, divide, hundred, isZero, multiply, subtract, zero, type Fraction } from "@/lib/number/fraction";
import type { FixedFormula } from "@/lib/kpi/schema";
import type { Quantity } from "@/lib/quantity/model";

/** The result of a formula: an exact figure, or the codes of the inputs that kept it from having one. */
export type Calculated = { quantity: Quantity; lacks: [] } | { quantity: null; lacks: string[] };

/**
 * Works out a formula of a fixed shape from unrounded inputs (formulas in standards.md). An input without a figure gives no figure:
 * nothing missing ever counts as 0. A denominator of 0 gives none either, and is named. Expressions are lib/expression's.
 */
export function calculate(formula: FixedFormula, inputOf: (code: string) => Fraction | null): Calculated {
  switch (formula.kind) {
    case "ratio":
      return quotient(formula.numerator, formula.denominator, inputOf, (part) => part);
    case "share":
      return quotient(formula.part, formula.whole, inputOf, (part) => multiply(part, hundred));
    case "difference":
      return from([formula.minuend, formula.subtrahend], inputOf, ([minuend, subtrahend]) =>
        subtract(minuend!, subtrahend!),
      );
    case "split":
      return split(formula.men, formula.women, inputOf);
    case "nps":
      return netPromoterScore(formula, inputOf);
  }
}

type InputOf = (code: string) => Fraction | null;

function from(codes: string[], inputOf: InputOf, result: (inputs: Fraction[]) => Fraction): Calculated {
  const inputs = codes.map(inputOf);
  const lacks = codes.filter((_, index) => inputs[index] === null);
  if (lacks.length > 0) return { quantity: null, lacks };
  return { quantity: { kind: "number", amount: result(inputs as Fraction[]) }, lacks: [] };
}

function quotient(top: string, bottom: string, inputOf: InputOf, scaled: (part: Fraction) => Fraction): Calculated {
  const divisor = inputOf(bottom);
  if (divisor && isZero(divisor)) return { quantity: null, lacks: [bottom] };
  return from([top, bottom], inputOf, ([part, whole]) => scaled(divide(part!, whole!)!));
}

function split(men: string, women: string, inputOf: InputOf): Calculated {
  const counted = from([men, women], inputOf, ([m, w]) => add(m!, w!));
  if (!counted.quantity || counted.quantity.kind !== "number") return counted;
  const heads = counted.quantity.amount;
  if (isZero(heads)) return { quantity: null, lacks: [men, women] };
  const menShare = multiply(divide(inputOf(men)!, heads)!, hundred);
  return { quantity: { kind: "split", men: menShare, women: subtract(hundred, menShare) }, lacks: [] };
}

function netPromoterScore(
  codes: { promoters: string; passives: string; detractors: string },
  inputOf: InputOf,
): Calculated {
  const { promoters, passives, detractors } = codes;
  const replies = [promoters, passives, detractors].reduce((sum, code) => add(sum, inputOf(code) ?? zero), zero);
  const complete = from([promoters, passives, detractors], inputOf, () => zero);
  if (!complete.quantity) return complete;
  if (isZero(replies)) return { quantity: null, lacks: [promoters, passives, detractors] };
  const lead = subtract(inputOf(promoters)!, inputOf(detractors)!);
  return { quantity: { kind: "number", amount: multiply(divide(lead, replies)!, hundred) }, lacks: [] };
}
