import { fraction, isZero, subtract, add, divide, multiply, negate, type Fraction } from "@/lib/number/fraction";
import type { Expression, Place, Problem, ProblemCode } from "@/lib/expression/model";
import { fits, measureOf, per, pureNumber, times, written, type Measure } from "@/lib/unit-of-measure/measure/model";

/** Units of measure of what an expression names; null: the name is unknown, which is not judged here. */
export type UnitsOf = {
  kpi(code: string): string | null;
  factor(code: string): { unitIn: string; unitOut: string } | null;
};

/** A measure as a message names it: by its own code where it has one. */
type Named = { measure: Measure; name: string };

class Misfit extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * Whether an expression's units of measure fit, and its result is in `unitOfResult`: what is added measures the same
 * (MWh + kWh, never MWh + m³), products and quotients combine. Null, or the first place where they do not.
 */
export function misfitIn(tree: Expression, units: UnitsOf, unitOfResult: string): Problem | null {
  try {
    const result = named(tree, units);
    if (!result || fits(result.measure, measureOf(unitOfResult))) return null;
    const values = { found: result.name, wanted: unitOfResult };
    return { code: "expression.unitOfResult", place: tree.place, values };
  } catch (error) {
    if (error instanceof Misfit) return error.problem;
    throw error;
  }
}

/** Null when a name in it is unknown, so that one mistake is told once. */
function named(tree: Expression, units: UnitsOf): Named | null {
  switch (tree.kind) {
    case "number":
      return { measure: pureNumber, name: "1" };
    case "kpi": {
      const unit = units.kpi(tree.code);
      return unit === null ? null : { measure: measureOf(unit), name: unit };
    }
    case "factor": {
      const factor = units.factor(tree.code);
      if (!factor) return null;
      const measure = per(measureOf(factor.unitOut), measureOf(factor.unitIn));
      return { measure, name: `${factor.unitOut}/${factor.unitIn}` };
    }
    case "minus":
      return named(tree.of, units);
    case "operation":
      return combined(tree, units);
  }
}

function combined(tree: Extract<Expression, { kind: "operation" }>, units: UnitsOf): Named | null {
  const [left, right] = [named(tree.left, units), named(tree.right, units)];
  if (tree.sign === "/" && isZero(constantOf(tree.right) ?? one)) misfit("expression.divisionByZero", tree.right.place);
  if (!left || !right) return null;
  if (tree.sign === "+" || tree.sign === "-") {
    if (fits(left.measure, right.measure)) return left;
    return misfit("expression.unitsDiffer", tree.right.place, { left: left.name, right: right.name });
  }
  const measure = tree.sign === "*" ? times(left.measure, right.measure) : per(left.measure, right.measure);
  return { measure, name: written(measure) };
}

const one = fraction("1");

/** What a part without names comes to; null when it has names or no figure. */
function constantOf(tree: Expression): Fraction | null {
  if (tree.kind === "number") return fraction(tree.value);
  if (tree.kind === "minus") return mapped(constantOf(tree.of), negate);
  if (tree.kind !== "operation") return null;
  const [left, right] = [constantOf(tree.left), constantOf(tree.right)];
  if (!left || !right) return null;
  return { "+": add, "-": subtract, "*": multiply, "/": divide }[tree.sign](left, right);
}

function mapped(amount: Fraction | null, change: (amount: Fraction) => Fraction): Fraction | null {
  return amount && change(amount);
}

function misfit(code: ProblemCode, place: Place, values: Record<string, string> = {}): never {
  throw new Misfit({ code, place, values });
}
