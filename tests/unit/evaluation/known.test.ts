import fc from "fast-check";
import { expect, it } from "vitest";
import { stillKnown, type Known } from "@/lib/evaluation/known/model";
import { evaluator, type Evaluated, type Rule } from "@/lib/evaluation/model";
import { entered, facts, rule } from "@/tests/factories/facts";
import { trees } from "@/tests/factories/tree";

const rules: Record<string, Rule[]> = {
  a: [rule()],
  b: [rule()],
  whole: [rule({ collectionLevel: "organisation" })],
  weight: [rule({ formula: { kind: "difference", minuend: "a", subtrahend: "b" } })],
  score: [rule({ consolidation: "weighted", weightCode: "weight" })],
  ratio: [rule({ formula: { kind: "ratio", numerator: "b", denominator: "whole" } })],
  twice: [rule({ formula: { kind: "ratio", numerator: "ratio", denominator: "a" } })],
};
const codes = Object.keys(rules);
const entries = ["a", "b", "whole", "score"];
const year = 2024;

/** A year's cells: of each KPI, the amounts of its org units in order; null: none. */
const rows = fc.array(fc.array(fc.option(fc.integer({ min: -9, max: 9 })), { minLength: 31, maxLength: 31 }), {
  minLength: entries.length,
  maxLength: entries.length,
});
const change = fc.tuple(fc.nat(entries.length - 1), fc.nat(30), fc.option(fc.integer({ min: -9, max: 9 })));
type Rows = (number | null)[][];

const printsOf = (given: Rows): Known["prints"] =>
  new Map(given.map((row, at) => [entries[at]!, JSON.stringify(row)] as const));

const world = fc
  .record({ place: trees, given: rows, changes: fc.array(change, { minLength: 1, maxLength: 3 }) })
  .map(({ place, given, changes }) => {
    const after = given.map((row) => [...row]);
    for (const [which, at, amount] of changes) after[which]![at] = amount;
    const factsOf = (of: Rows) =>
      facts(
        rules,
        Object.fromEntries(
          of.flatMap((row, which) =>
            place.orgUnits.flatMap(({ id }, at) =>
              row[at] == null ? [] : [[`${entries[which]} ${id} ${year}`, entered(String(row[at]))]],
            ),
          ),
        ),
        place,
      );
    const asked = codes.flatMap((code) => place.orgUnits.map(({ id }) => [code, id] as const));
    return { asked, before: factsOf(given), after: factsOf(after), was: printsOf(given), is: printsOf(after) };
  });

type World = typeof world extends fc.Arbitrary<infer One> ? One : never;

/** What is answered after the change, from what was known before it, and evaluated anew. */
function answers({ asked, before, after, was, is }: World, keep: typeof stillKnown): [Evaluated, Evaluated][] {
  const first = keep<Evaluated>(null, was, before.rules);
  const known = evaluator(before, new Map(), () => first.figures);
  for (const [code, id] of asked) known.evaluate(code, id, year);
  const next = keep(first, is, after.rules);
  const [late, anew] = [evaluator(after, new Map(), () => next.figures), evaluator(after)];
  return asked.map(([code, id]) => [late.evaluate(code, id, year), anew.evaluate(code, id, year)]);
}

it("what is known of a year after values changed is what evaluating all of it anew comes to", () => {
  fc.assert(
    fc.property(world, (one) => {
      for (const [late, anew] of answers(one, stillKnown)) expect(late).toEqual(anew);
    }),
  );
});

it("twin: with all that was known kept, a figure of before the change is answered, and that is noticed", () => {
  const keepsAll: typeof stillKnown = (before, prints) => before ?? { prints, figures: new Map() };
  const isStale = (one: World) => answers(one, keepsAll).some(([late, anew]) => !same(late, anew));
  expect(fc.sample(world, 50).some(isStale)).toBe(true);
});

it("what follows from nothing that changed is not evaluated again, and what follows from a weight or a formula is", () => {
  const place = { orgUnits: [], placements: [] };
  const figures = new Map(codes.map((code) => [`${code} root`, entered("1")]));
  const prints = new Map([
    ["a", "1"],
    ["b", "1"],
  ]);
  const { rules: held } = facts(rules, {}, place);
  const kept = (changed: Record<string, string>) => {
    const { figures: left } = stillKnown({ prints, figures }, new Map(Object.entries(changed)), held);
    return [...left.keys()].map((key) => key.split(" ")[0]);
  };
  expect(kept({ a: "2", b: "1" })).toEqual(["b", "whole", "ratio"]);
  expect(kept({ a: "1", b: "1", whole: "1" })).toEqual(["a", "b", "weight", "score"]);
  expect(kept({ a: "1" })).toEqual(["a", "whole"]);
  expect(kept({ a: "1", b: "1" })).toEqual(codes);
});

function same(one: Evaluated, other: Evaluated): boolean {
  const said = ({ quantity }: Evaluated) =>
    quantity?.kind === "number" ? `${quantity.amount.n}/${quantity.amount.d}` : "";
  return said(one) === said(other);
}
