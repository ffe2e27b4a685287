import type { Expression as Arithmetic, Sign } from "@/lib/expression/model";
import type { Formula } from "@/lib/kpi/schema";
import { add, divide, fraction, multiply, subtract, type Fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";

export type Operator = "+" | "−" | "×" | "÷";

/** A formula as a tree, so that it can be written out with numbers put in, worked out step by step, and split into its drivers. */
export type Expression =
  | { kind: "kpi"; code: string }
  | { kind: "factor"; code: string }
  | { kind: "constant"; amount: DecimalText }
  | { kind: "operation"; operator: Operator; left: Expression; right: Expression };

/** What an expression takes its numbers from. */
export type Leaf = Extract<Expression, { kind: "kpi" | "factor" }>;

/** A piece of a formula as written from left to right. */
export type Token = Leaf | { kind: "constant"; amount: DecimalText } | { kind: "sign"; sign: Operator | "(" | ")" };

const kpi = (code: string): Expression => ({ kind: "kpi", code });
const percent: Expression = { kind: "constant", amount: "100" };
const operation =
  (operator: Operator) =>
  (left: Expression, right: Expression): Expression => ({ kind: "operation", operator, left, right });
const [plus, minus, times, over] = [operation("+"), operation("−"), operation("×"), operation("÷")];

/** A formula as a tree; of a split, the share of men (women's is what is left of 100). */
export function expressionOf(formula: Formula): Expression {
  switch (formula.kind) {
    case "ratio":
      return over(kpi(formula.numerator), kpi(formula.denominator));
    case "share":
      return times(over(kpi(formula.part), kpi(formula.whole)), percent);
    case "difference":
      return minus(kpi(formula.minuend), kpi(formula.subtrahend));
    case "split":
      return times(over(kpi(formula.men), plus(kpi(formula.men), kpi(formula.women))), percent);
    case "nps": {
      const [promoters, passives, detractors] = [formula.promoters, formula.passives, formula.detractors].map(kpi);
      const replies = plus(plus(promoters!, passives!), detractors!);
      return times(over(minus(promoters!, detractors!), replies), percent);
    }
    case "expression":
      return arithmetic(formula.tree);
  }
}

const operators: Record<Sign, Operator> = { "+": "+", "-": "−", "*": "×", "/": "÷" };

function arithmetic(tree: Arithmetic): Expression {
  switch (tree.kind) {
    case "number":
      return { kind: "constant", amount: tree.value };
    case "minus":
      return minus({ kind: "constant", amount: "0" }, arithmetic(tree.of));
    case "operation":
      return operation(operators[tree.sign])(arithmetic(tree.left), arithmetic(tree.right));
    default:
      return { kind: tree.kind, code: tree.code };
  }
}

const strength: Record<Operator, number> = { "+": 1, "−": 1, "×": 2, "÷": 2 };

/** An expression from left to right, with the parentheses it needs and no others. */
export function tokensOf(expression: Expression): Token[] {
  if (expression.kind !== "operation") return [expression];
  const { operator, left, right } = expression;
  const own = strength[operator];
  const inner = (side: Expression, needs: boolean): Token[] =>
    needs ? [{ kind: "sign", sign: "(" }, ...tokensOf(side), { kind: "sign", sign: ")" }] : tokensOf(side);
  const rank = (side: Expression) => (side.kind === "operation" ? strength[side.operator] : 3);
  // a − (b − c) and a ÷ (b × c) need theirs; a + (b + c) and a × (b × c) do not.
  const opens = operator === "−" || operator === "÷" ? rank(right) <= own : rank(right) < own;
  return [...inner(left, rank(left) < own), { kind: "sign", sign: operator }, ...inner(right, opens)];
}

/** The expression's amount, exact; null where a leaf has none or a divisor is 0. */
export function amountOf(expression: Expression, leaf: (leaf: Leaf) => Fraction | null): Fraction | null {
  switch (expression.kind) {
    case "constant":
      return fraction(expression.amount);
    case "operation": {
      const left = amountOf(expression.left, leaf);
      const right = amountOf(expression.right, leaf);
      return left && right && worked(expression.operator, left, right);
    }
    default:
      return leaf(expression);
  }
}

function worked(operator: Operator, left: Fraction, right: Fraction): Fraction | null {
  switch (operator) {
    case "+":
      return add(left, right);
    case "−":
      return subtract(left, right);
    case "×":
      return multiply(left, right);
    case "÷":
      return divide(left, right);
  }
}

/** What leaves of one name have in common. */
export function nameOf({ kind, code }: Leaf): string {
  return `${kind} ${code}`;
}

/**
 * The leaves in the order a change is split in, each once: from left to right, and within a product or quotient the
 * KPIs (activity) before the emission factors, however it is written. Of a ratio that is the numerator first.
 */
export function leavesInOrder(expression: Expression): Leaf[] {
  const once = new Map(leavesOf(expression).map((leaf) => [nameOf(leaf), leaf]));
  return [...once.values()];
}

function leavesOf(expression: Expression): Leaf[] {
  if (expression.kind === "constant") return [];
  if (expression.kind !== "operation") return [expression];
  const leaves = [...leavesOf(expression.left), ...leavesOf(expression.right)];
  if (strength[expression.operator] === 1) return leaves;
  return [...leaves.filter(({ kind }) => kind === "kpi"), ...leaves.filter(({ kind }) => kind === "factor")];
}

/** The summands of an expression, each with its sign: what a sum of products is written out in, line by line. */
export function summandsOf(expression: Expression): { sign: "+" | "−"; term: Expression }[] {
  if (expression.kind !== "operation" || strength[expression.operator] !== 1) return [{ sign: "+", term: expression }];
  const right = summandsOf(expression.right);
  const turned = { "+": "−", "−": "+" } as const;
  const signed = expression.operator === "−" ? right.map(({ sign, term }) => ({ sign: turned[sign], term })) : right;
  return [...summandsOf(expression.left), ...signed];
}
