import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "@/lib/expression/model";
import { parseExpression } from "@/lib/expression/parsing/model";
import { formulaSchema } from "@/lib/kpi/schema";
import { formulaFactors, formulaInputs } from "@/lib/kpi/model";

const tree = (text: string): Expression => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.tree;
};
/** Fully parenthesised, so that precedence can be seen. */
const written = (one: Expression): string => {
  if (one.kind === "number") return one.value;
  if (one.kind === "minus") return `(-${written(one.of)})`;
  if (one.kind === "operation") return `(${written(one.left)} ${one.sign} ${written(one.right)})`;
  return one.kind === "factor" ? `factor("${one.code}")` : one.code;
};
const problem = (text: string) => {
  const parsed = parseExpression(text);
  return parsed.ok ? "accepted" : [parsed.problem.code, parsed.problem.place.column, parsed.problem.values.found ?? ""];
};

describe("an expression", () => {
  it.each([
    ["a + b * c", "(a + (b * c))"],
    ["a - b - c", "((a - b) - c)"],
    ["a / b * c", "((a / b) * c)"],
    ["-(a + 2.50) × 3", "((-(a + 2.50)) * 3)"],
    ["a − b ÷ c · 2", "(a - ((b / c) * 2))"],
    ["2 -3", "(2 - 3)"],
    ['scope1-oil + kpi("2030-goal")', "(scope1-oil + 2030-goal)"],
    [
      'electricity * factor("electricity-location") + heat * factor("district-heating")',
      '((electricity * factor("electricity-location")) + (heat * factor("district-heating")))',
    ],
  ])("%s is read as %s", (text, expected) => expect(written(tree(text))).toBe(expected));

  it.each<[string, [string, number, string]]>([
    ["", ["expression.empty", 1, ""]],
    ["a + ", ["expression.unfinished", 5, ""]],
    ["(a", ["expression.unfinished", 3, ""]],
    ["a)", ["expression.syntax", 2, ")"]],
    ["a b", ["expression.syntax", 3, "b"]],
    ["a, b", ["expression.syntax", 4, "b"]],
    ["a ** b", ["expression.syntax", 4, "*"]],
    ["factor(a)", ["expression.syntax", 1, "factor("]],
    ["a % b", ["expression.notArithmetic", 3, "%"]],
    ["a ? b : c", ["expression.notArithmetic", 3, "?"]],
    ["b + a[0]", ["expression.notArithmetic", 6, "["]],
    ["b + max(a)", ["expression.notArithmetic", 5, "max"]],
    ['a + "b"', ["expression.notArithmetic", 5, '"']],
    ["a => a", ["expression.notArithmetic", 3, "="]],
    ["1e3", ["expression.number", 1, "1e3"]],
    ["a * 1,5", ["expression.number", 5, "1,5"]],
    ["a * .5", ["expression.number", 5, ".5"]],
    ["a.b", ["expression.number", 2, ".b"]],
  ])("%s is refused at its place", (text, expected) => expect(problem(text)).toEqual(expected));

  it("knows the column of everything it names", () => {
    const text = ' heat *factor( "district-heating" )';
    const { place } = (tree(text) as Extract<Expression, { kind: "operation" }>).right;
    expect(text.slice(place.column - 1, place.column - 1 + place.length)).toBe('factor( "district-heating" )');
  });

  it("never throws, and never reads what is not arithmetic", () => {
    const piece = fc.constantFrom(
      "a",
      "b-c",
      "1.5",
      "+",
      "-",
      "*",
      "/",
      "(",
      ")",
      " ",
      '"',
      ",",
      "factor",
      "[",
      "?",
      ".",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join("")),
        ),
        (text) => {
          const parsed = parseExpression(text);
          if (!parsed.ok) return void expect(parsed.problem.code).toMatch(/^expression\.\w+$/);
          expect(written(tree(written(parsed.tree)))).toBe(written(parsed.tree));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("is a formula, stored as its text", () => {
    const formula = formulaSchema.parse({ kind: "expression", text: 'a * factor("f") + b + a' });
    expect([formulaInputs(formula), formulaFactors(formula)]).toEqual([["a", "b"], ["f"]]);
    expect(formulaSchema.safeParse({ kind: "expression", text: "a +" }).error?.issues[0]?.message).toBe(
      "expression.unfinished",
    );
  });
});
