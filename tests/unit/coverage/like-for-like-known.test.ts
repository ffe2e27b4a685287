import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween } from "@/lib/change/model";
import { likeForLike, type Comparer, type FromParts } from "@/lib/coverage/like-for-like/model";
import { linesOf, sharedLines } from "@/lib/coverage/model";
import { evaluator, type Facts } from "@/lib/evaluation/model";
import { stillKnown } from "@/lib/evaluation/known/model";
import { narrowedTo } from "@/lib/evaluation/narrowing/model";
import { versionIn } from "@/lib/kpi/model";
import { lineOf } from "@/lib/org-unit/model";
import { entered, facts, rule } from "@/tests/factories/facts";
import { orgUnit } from "@/tests/factories/tree";
import { figuresIn, kpi, units } from "./two-years";

describe("what is not added up again", () => {
  const kinds = ["cases", "fte", "score", "rate", "moved"] as const;
  const cell = fc.option(fc.integer({ min: -50, max: 50 }), { freq: 2 });
  const row = fc.array(cell, { minLength: 6, maxLength: 6 });
  const tree = {
    orgUnits: [orgUnit("root"), orgUnit("north"), ...units.map((id, position) => orgUnit(id, { position }))],
    placements: ["a", "b"].map((orgUnitId) => ({ orgUnitId, parentId: "north", validFrom: "2020-01-01" })),
  };
  const rules = {
    cases: [rule()],
    fte: [rule()],
    score: [rule({ consolidation: "weighted", weightCode: "fte" })],
    rate: [rule({ formula: { kind: "ratio", numerator: "cases", denominator: "fte" } })],
    // Added up in one year, weighed in the next.
    moved: [rule(), rule({ validFromYear: 2024, consolidation: "weighted", weightCode: "fte" })],
  };

  /** Every figure from org units alone and over the shared ones, evaluated anew. */
  function plainly(world: Facts, code: string) {
    const line = lineOf(world.orgUnits);
    const { tree: treeIn } = evaluator(world);
    const fixed = new Map(
      [...world.rules].map(([of, versions]) => [of, [{ ...versionIn(versions, 2024)!, validFromYear: 0 }]]),
    );
    const figure = (year: number, leaves: ReadonlySet<string> | null) => {
      const parts = leaves ? narrowedTo(world, leaves, treeIn) : world;
      const stored: Facts["stored"] = (of, id, at) => (id === "root" ? null : parts.stored(of, id, at));
      return evaluator({ ...parts, rules: fixed, stored }).evaluate(code, "root", year);
    };
    const covers = [2023, 2024].map((year) => {
      const found = figure(year, null);
      return found.quantity && { tree: treeIn(year), orgUnitId: "root", covers: found.covers };
    });
    if (!covers[0] || !covers[1]) return null;
    const shared = new Set(sharedLines(covers[0], covers[1], line));
    if (shared.size === 0) return null;
    const [from, to] = covers.map((cover, at) => {
      const ids = [...linesOf(cover!, line).complete].flatMap(([one, of]) => (shared.has(one) ? of : []));
      return figure(2023 + at, new Set(ids));
    });
    const change = changeBetween(from!, to!, { ...kpi, isSameCoverage: true });
    return change.comparable ? change : null;
  }

  const entries = ["cases", "fte", "score", "moved"];
  type Rows = (number | null)[][];
  /** Four KPIs of 2023, then the same of 2024: what each of the tree's org units has entered. */
  const rows: fc.Arbitrary<Rows> = fc.array(row, { minLength: 8, maxLength: 8 });
  const worldOf = (given: Rows) =>
    facts(
      rules,
      Object.fromEntries(
        given.flatMap((amounts, at) =>
          amounts.flatMap((amount, which) =>
            amount === null
              ? []
              : [[`${entries[at % 4]} ${tree.orgUnits[which]!.id} ${at < 4 ? 2023 : 2024}`, entered(String(amount))]],
          ),
        ),
      ),
      tree,
      { counts: (_, id) => (id === "root" ? "consolidated" : "entered") },
    );
  const changeOf = (compare: Comparer, world: Facts, code: string) =>
    compare(code, figuresIn(world, code), kpi)?.change ?? null;

  it("comes to what evaluating all of it anew comes to, whatever was entered where", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const world = worldOf(given);
        const alike = likeForLike(world, new Map());
        for (const code of kinds) expect(changeOf(alike, world, code)).toEqual(plainly(world, code));
      }),
      { numRuns: 400 },
    );
  });

  const printsOf = (given: Rows, year: number) =>
    new Map(entries.map((code, at) => [code, JSON.stringify(given[at + (year === 2024 ? 4 : 0)])] as const));
  /** Which comparisons come out wrong after values changed, with what was held before the change. */
  function wrongAfter(given: Rows, [at, which, amount]: [number, number, number | null], keep: typeof stillKnown) {
    const after = given.map((amounts) => [...amounts]);
    after[at]![which] = amount;
    const [was, is] = [worldOf(given), worldOf(after)];
    const before = new Map(
      [2023, 2024].map((year) => [year, keep<FromParts>(null, printsOf(given, year), was.rules)] as const),
    );
    const first = likeForLike(was, new Map(), (year) => before.get(year)!.figures);
    for (const code of kinds) changeOf(first, was, code);
    const now = new Map(
      [...before].map(([year, known]) => [year, keep(known, printsOf(after, year), is.rules)] as const),
    );
    const next = likeForLike(is, new Map(), (year) => now.get(year)!.figures);
    return kinds.filter((code) => JSON.stringify(changeOf(next, is, code)) !== JSON.stringify(plainly(is, code)));
  }
  const change = fc.tuple(fc.nat(7), fc.nat(5), cell);

  it("comes to the same after values changed, with what was held of those that did not", () => {
    fc.assert(
      fc.property(rows, change, (given, changed) => {
        expect(wrongAfter(given, changed, stillKnown)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("twin: what was held of a KPI that changed is noticed", () => {
    const keepsAll: typeof stillKnown = (before, prints) => before ?? { prints, figures: new Map() };
    const samples = fc.sample(fc.tuple(rows, change), 300);
    expect(samples.some(([given, changed]) => wrongAfter(given, changed, keepsAll).length > 0)).toBe(true);
  });
});
