import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculate } from "@/lib/calculation/model";
import type { FixedFormula } from "@/lib/kpi/schema";
import {
  amountOf,
  expressionOf,
  leavesInOrder,
  summandsOf,
  tokensOf,
  type Expression,
} from "@/lib/lineage/expression/model";
import { add, fraction, negate, whole, zero, type Fraction } from "@/lib/number/fraction";

const formulas: FixedFormula[] = [
  { kind: "ratio", numerator: "a", denominator: "b" },
  { kind: "share", part: "a", whole: "b" },
  { kind: "difference", minuend: "a", subtrahend: "b" },
  { kind: "split", men: "a", women: "b" },
  { kind: "nps", promoters: "a", passives: "b", detractors: "c" },
];
const kpi = (code: string): Expression => ({ kind: "kpi", code });
const factor = (code: string): Expression => ({ kind: "factor", code });
const made = (operator: "+" | "−" | "×" | "÷", left: Expression, right: Expression): Expression => ({
  kind: "operation",
  operator,
  left,
  right,
});
const written = (expression: Expression) =>
  tokensOf(expression)
    .map((token) => (token.kind === "sign" ? token.sign : token.kind === "constant" ? token.amount : token.code))
    .join(" ");

describe("a formula as a tree", () => {
  it.each(formulas)("comes to what it is calculated to: $kind", (formula) => {
    const amounts = fc.tuple(...["a", "b", "c"].map(() => fc.integer({ min: -50, max: 50 }).map(whole)));
    fc.assert(
      fc.property(amounts, ([a, b, c]) => {
        const of = (code: string): Fraction => ({ a, b, c })[code as "a"]!;
        const { quantity } = calculate(formula, of);
        const expected = quantity && (quantity.kind === "number" ? quantity.amount : quantity.men);
        expect(amountOf(expressionOf(formula), ({ code }) => of(code))).toEqual(expected);
      }),
    );
  });

  it("has the parentheses it needs and no others", () => {
    const [a, b, c] = [kpi("a"), kpi("b"), kpi("c")];
    expect(written(expressionOf(formulas[4]!))).toBe("( a − c ) ÷ ( a + b + c ) × 100");
    expect(written(made("−", a, made("−", b, c)))).toBe("a − ( b − c )");
    expect(written(made("+", a, made("×", b, c)))).toBe("a + b × c");
    expect(written(made("÷", a, made("×", b, c)))).toBe("a ÷ ( b × c )");
    expect(written(made("×", made("+", a, b), c))).toBe("( a + b ) × c");
  });

  it("is split activity first, whichever way its products are written", () => {
    const heat = made("×", factor("district"), kpi("heat"));
    const both = made("+", made("×", kpi("power"), factor("grid")), heat);
    expect(leavesInOrder(both).map(({ code }) => code)).toEqual(["power", "grid", "heat", "district"]);
    expect(leavesInOrder(expressionOf(formulas[0]!)).map(({ code }) => code)).toEqual(["a", "b"]);
    expect(leavesInOrder(expressionOf(formulas[4]!)).map(({ code }) => code)).toEqual(["a", "c", "b"]);
  });

  it("is the sum of its summands", () => {
    const tree: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom(kpi("a"), kpi("b"), { kind: "constant" as const, amount: "2.5" }),
        fc
          .tuple(fc.constantFrom("+" as const, "−" as const, "×" as const, "÷" as const), tie("node"), tie("node"))
          .map(([operator, left, right]) => made(operator, left, right)),
      ),
    })).node;
    const of = ({ code }: { code: string }) => fraction(code === "a" ? "3" : "7");
    fc.assert(
      fc.property(tree, (expression) => {
        const amounts = summandsOf(expression).map(({ sign, term }) => {
          const amount = amountOf(term, of);
          return amount && (sign === "−" ? negate(amount) : amount);
        });
        const total = amounts.reduce<Fraction | null>((sum, amount) => sum && amount && add(sum, amount), zero);
        expect(total).toEqual(amountOf(expression, of));
      }),
    );
  });
});
