/** Where in the text of an expression: the first character's column counted from 1, and how many characters. */
export type Place = { column: number; length: number };

/** Why an expression is refused or has no figure: a closed list. expression.json of each language says how to mend each. */
export type ProblemCode =
  /** Nothing was written. */
  | "expression.empty"
  /** Longer or deeper than anyone writes. */
  | "expression.tooLong"
  /** The text is no arithmetic: an operator without a right side, a parenthesis not closed. */
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
