import type { FactorUse } from "@/lib/emission-factor/model";
import { factorsIn, kpisIn, type Expression, type Place, type Problem } from "@/lib/expression/model";
import { misfitIn } from "@/lib/expression/units/model";
import { add, divide, fraction, multiply, negate, subtract, type Fraction } from "@/lib/number/fraction";
import { measureOf } from "@/lib/unit-of-measure/measure/model";

/** What an expression is worked out with, all of one org unit and year. */
export type Inputs = {
  /** A KPI's exact figure; null: it has none. */
  amountOf(code: string): Fraction | null;
  /** A KPI's unit of measure in the year; null: it is not defined. */
  unitOf(code: string): string | null;
  factorOf(code: string): FactorUse | null;
};

/** An exact figure in the KPI's own unit of measure, or what kept it from having one. */
export type Worked = { amount: Fraction | null; lacks: string[]; problem: Problem | null; factors: FactorUse[] };

class NoFigure extends Error {
  constructor(readonly place: Place) {
    super("expression.divisionByZero");
  }
}

/**
 * Works out an expression in base units of measure and gives the result in `unitOfResult`. Nothing missing counts as
 * 0: an input without a figure is named, and there is none.
 */
export function workOut(tree: Expression, inputs: Inputs, unitOfResult: string): Worked {
  const factors = factorsIn(tree).flatMap((code) => inputs.factorOf(code) ?? []);
  const none = { amount: null, lacks: [], problem: null, factors };
  const lacks = kpisIn(tree).filter((code) => inputs.amountOf(code) === null);
  if (lacks.length > 0) return { ...none, lacks };
  const problem = missingFactor(tree, inputs) ?? misfitOf(tree, inputs, unitOfResult);
  if (problem) return { ...none, problem };
  try {
    return { ...none, amount: divide(amountIn(tree, inputs), measureOf(unitOfResult).factor) };
  } catch (error) {
    if (!(error instanceof NoFigure)) throw error;
    return { ...none, problem: { code: "expression.divisionByZero", place: error.place, values: {} } };
  }
}

function missingFactor(tree: Expression, inputs: Inputs): Problem | null {
  const code = factorsIn(tree).find((name) => inputs.factorOf(name) === null);
  const place = code === undefined ? null : placeOf(tree, code);
  return place && { code: "expression.factorMissing", place, values: { name: code! } };
}

function placeOf(tree: Expression, code: string): Place | null {
  if (tree.kind === "factor") return tree.code === code ? tree.place : null;
  if (tree.kind === "minus") return placeOf(tree.of, code);
  return tree.kind === "operation" ? (placeOf(tree.left, code) ?? placeOf(tree.right, code)) : null;
}

/** Definitions may change after a formula was checked, so units of measure are checked each time. */
function misfitOf(tree: Expression, inputs: Inputs, unitOfResult: string): Problem | null {
  return misfitIn(tree, { kpi: inputs.unitOf, factor: inputs.factorOf }, unitOfResult);
}

/** In base units of measure. */
function amountIn(tree: Expression, inputs: Inputs): Fraction {
  switch (tree.kind) {
    case "number":
      return fraction(tree.value);
    case "kpi":
      return multiply(inputs.amountOf(tree.code)!, measureOf(inputs.unitOf(tree.code)!).factor);
    case "factor":
      return valueOf(inputs.factorOf(tree.code)!);
    case "minus":
      return negate(amountIn(tree.of, inputs));
    case "operation": {
      const [left, right] = [amountIn(tree.left, inputs), amountIn(tree.right, inputs)];
      if (tree.sign !== "/") return { "+": add, "-": subtract, "*": multiply }[tree.sign](left, right);
      const quotient = divide(left, right);
      if (!quotient) throw new NoFigure(tree.right.place);
      return quotient;
    }
  }
}

/** A factor per base unit of its activity, in the base unit of its emission. */
export function valueOf({ value, unitIn, unitOut }: FactorUse): Fraction {
  return divide(multiply(fraction(value), measureOf(unitOut).factor), measureOf(unitIn).factor)!;
}
