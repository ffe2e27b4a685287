import type { FactorUse } from "@/lib/emission-factor/model";
import { valueOf } from "@/lib/expression/evaluation/model";
import type { Formula } from "@/lib/kpi/schema";
import { divide, multiply, type Fraction } from "@/lib/number/fraction";
import { measureOf } from "@/lib/unit-of-measure/measure/model";
import { amountOf, type Expression, type Leaf } from "../expression/model";

/** What a formula is worked out with in one year: exact figures with their units of measure, and emission factors. */
export type Workings = {
  amountOf(code: string): Fraction | null;
  unitOf(code: string): string | null;
  factorOf(code: string): FactorUse | null;
};

/** A formula's units of measure: an expression's are converted, those of the other formulas are as they are. */
export type Units = { kind: Formula["kind"]; unitOfResult: string };

/** A leaf's amount as the formula reckons with it: an expression's in base units of measure. */
export function leafAmount({ kind, code }: Leaf, { kind: of }: Units, workings: Workings): Fraction | null {
  if (kind === "factor") {
    const factor = workings.factorOf(code);
    return factor && valueOf(factor);
  }
  const amount = workings.amountOf(code);
  const unit = workings.unitOf(code);
  return of === "expression" && amount && unit !== null ? multiply(amount, measureOf(unit).factor) : amount;
}

/** What a part of a formula comes to, in the unit of measure of its result; null where something is lacking. */
export function workedOut(
  expression: Expression,
  units: Units,
  amount: (leaf: Leaf) => Fraction | null,
): Fraction | null {
  const result = amountOf(expression, amount);
  return units.kind === "expression" && result ? divide(result, measureOf(units.unitOfResult).factor) : result;
}
