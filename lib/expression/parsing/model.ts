import jsep from "jsep";
import type { Expression, Place, Problem, ProblemCode, Sign } from "@/lib/expression/model";

/** Longer than any formula people write. */
const LONGEST = 1_000;

/** Signs as people type and paste them. */
const signs: Record<string, Sign> = { "+": "+", "-": "-", "−": "-", "*": "*", "×": "*", "·": "*", "/": "/", "÷": "/" };

/** A leaf the tokenizer below hands to the parser as it is. */
type Leaf = { type: "Leaf"; leaf: Extract<Expression, { kind: "number" | "kpi" | "factor" }> };

/** A word and what it is called with, when that is one quoted code. */
const call = /(\p{L}[\p{L}\d_]*)\s*\((?:\s*["'“”]([^"'“”]*)["'“”]\s*\))?/u;

/** What stands in no arithmetic, once the calls are taken out. */
const foreign = /[^\p{L}\d_.,\s()+\-−*×·/÷]/u;

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

restrictParser();

/** Reads an expression, or says what stands in the way and where. Names are not looked up here. */
export function parseExpression(text: string): { ok: true; tree: Expression } | { ok: false; problem: Problem } {
  try {
    if (text.trim() === "") refuse("expression.empty", { column: 1, length: 0 });
    if (text.length > LONGEST) refuse("expression.tooLong", { column: LONGEST + 1, length: 1 });
    refuseForeign(text);
    return { ok: true, tree: treeFrom(jsep(text), text) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    const index = (error as { index?: number }).index ?? 0;
    return { ok: false, problem: syntaxProblem(text, { column: index + 1, length: 1 }) };
  }
}

/**
 * jsep keeps precedence, parentheses and signs; everything but arithmetic is taken out of it. Its tokens are read
 * here, because a code has hyphens ("scope1-oil": a minus has a space on each side, as in CSS), a number shall stay
 * the exact text it was, and every token has its place.
 */
function restrictParser(): void {
  jsep.removeAllBinaryOps();
  jsep.removeAllUnaryOps();
  jsep.removeAllLiterals();
  for (const [typed, sign] of Object.entries(signs)) jsep.addBinaryOp(typed, sign === "+" || sign === "-" ? 1 : 2);
  for (const typed of ["-", "−"]) jsep.addUnaryOp(typed);
  jsep.hooks.add("gobble-token", function (env) {
    const leaf =
      readCall(this.expr, this.index) ?? readName(this.expr, this.index) ?? readNumber(this.expr, this.index);
    if (!leaf) return;
    this.index += leaf.place.length;
    env.node = { type: "Leaf", leaf } satisfies Leaf;
  });
}

function refuseForeign(text: string): void {
  const plain = text.replaceAll(new RegExp(call, "gu"), (whole) => " ".repeat(whole.length));
  const at = plain.search(foreign);
  if (at >= 0) refuse("expression.notArithmetic", { column: at + 1, length: 1 }, { found: text[at]! });
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const sticky = new RegExp(pattern, "uy");
  sticky.lastIndex = at;
  return sticky.exec(text);
}

function readCall(text: string, at: number): Leaf["leaf"] | null {
  const match = matchAt(call, text, at);
  if (!match) return null;
  const [whole, name, code] = match;
  const place = { column: at + 1, length: whole.length };
  if ((name === "factor" || name === "kpi") && code !== undefined) return { kind: name, code: code.trim(), place };
  if (name === "factor" || name === "kpi") return refuse("expression.syntax", place, { found: whole });
  return refuse("expression.notArithmetic", place, { found: name! });
}

function readName(text: string, at: number): Leaf["leaf"] | null {
  const match = matchAt(/[\p{L}_][\p{L}\d_]*(?:-[\p{L}\d_]+)*/u, text, at);
  return match && { kind: "kpi", code: match[0], place: { column: at + 1, length: match[0].length } };
}

function readNumber(text: string, at: number): Leaf["leaf"] | null {
  const match = matchAt(/[\d.](?:[\d.,]|[eE][+-]?\d)*[\p{L}\d_]*/u, text, at);
  if (!match) return null;
  const place = { column: at + 1, length: match[0].length };
  if (!/^\d+(\.\d+)?$/.test(match[0])) refuse("expression.number", place, { found: match[0] });
  return { kind: "number", value: match[0], place };
}

function treeFrom(node: jsep.Expression, text: string): Expression {
  if (node.type === "Leaf") return (node as Leaf).leaf;
  if (node.type === "UnaryExpression") {
    const of = treeFrom((node as jsep.UnaryExpression).argument, text);
    return { kind: "minus", of, place: { column: of.place.column - 1, length: of.place.length + 1 } };
  }
  if (node.type === "BinaryExpression") {
    const { operator, left: before, right: after } = node as jsep.BinaryExpression;
    const [left, right] = [treeFrom(before, text), treeFrom(after, text)];
    return { kind: "operation", sign: signs[operator]!, left, right, place: span(left.place, right.place) };
  }
  // Two figures side by side, or a group that is called.
  const second = ((node.body ?? node.expressions) as jsep.Expression[] | undefined)?.[1];
  throw new Refused(syntaxProblem(text, second ? treeFrom(second, text).place : { column: 1, length: text.length }));
}

function span(first: Place, last: Place): Place {
  return { column: first.column, length: last.column + last.length - first.column };
}

function syntaxProblem(text: string, place: Place): Problem {
  const found = text.slice(place.column - 1, place.column - 1 + place.length);
  return { code: found === "" ? "expression.unfinished" : "expression.syntax", place, values: { found } };
}

function refuse(code: ProblemCode, place: Place, values: Record<string, string> = {}): never {
  throw new Refused({ code, place, values });
}
