import type { DecimalText } from "@/lib/number/model";

/** Where in the text of an expression: the first character's column counted from 1, and how many characters. */
export type Place = { column: number; length: number };

/** The four operations, however they were typed. */
export type Sign = "+" | "-" | "*" | "/";

/** A formula written as arithmetic over KPIs, base data and emission factors, as it was read. */
export type Expression =
  | { kind: "number"; value: DecimalText; place: Place }
  | { kind: "kpi"; code: string; place: Place }
  | { kind: "factor"; code: string; place: Place }
  | { kind: "minus"; of: Expression; place: Place }
  | { kind: "operation"; sign: Sign; left: Expression; right: Expression; place: Place };

/** Why an expression is refused or has no figure: a closed list. expression.json of each language says how to mend each. */
export type ProblemCode =
  /** Nothing was written. */
  | "expression.empty"
  /** Longer than anyone writes. */
  | "expression.tooLong"
  /** It ends where something must follow: an operator without a right side, a parenthesis not closed. */
  | "expression.unfinished"
  /** The text is no arithmetic: two figures side by side, a parenthesis nobody opened. */
  | "expression.syntax"
  /** An operator, function or literal outside + − * / ( ), numbers, names, factor("…") and kpi("…"). */
  | "expression.notArithmetic"
  /** A number that is not written as a plain decimal: 1e3, .5, 1.707,5. */
  | "expression.number"
  /** No KPI or base data of that code. */
  | "expression.unknownName"
  /** As unknownName, but both sides of the hyphen are names: a space on each side makes it a minus. */
  | "expression.hyphen"
  /** No emission factor of that code. */
  | "expression.unknownFactor"
  /** A split has two figures, arithmetic takes one. */
  | "expression.split"
  /** The KPI leads back to itself. */
  | "expression.cycle"
  /** Added or subtracted units of measure that do not fit: MWh + m³. */
  | "expression.unitsDiffer"
  /** The result is not in the KPI's own unit of measure. */
  | "expression.unitOfResult"
  /** Divided by 0. */
  | "expression.divisionByZero"
  /** The factor has no version for the year. */
  | "expression.factorMissing";

/** One refusal, with its place and what fills its message. */
export type Problem = { code: ProblemCode; place: Place; values: Record<string, string> };

/** Everything in it that is looked up, in the order it is written. */
export function leavesOf(tree: Expression): Extract<Expression, { kind: "kpi" | "factor" }>[] {
  switch (tree.kind) {
    case "number":
      return [];
    case "minus":
      return leavesOf(tree.of);
    case "operation":
      return [...leavesOf(tree.left), ...leavesOf(tree.right)];
    default:
      return [tree];
  }
}

/** Codes of the KPIs and base data it names, each once. */
export function kpisIn(tree: Expression): string[] {
  return codesOf(tree, "kpi");
}

/** Codes of the emission factors it names, each once. */
export function factorsIn(tree: Expression): string[] {
  return codesOf(tree, "factor");
}

function codesOf(tree: Expression, kind: "kpi" | "factor"): string[] {
  return [
    ...new Set(
      leavesOf(tree)
        .filter((leaf) => leaf.kind === kind)
        .map((leaf) => leaf.code),
    ),
  ];
}
