import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween } from "@/lib/change/model";
import { comparability } from "@/lib/comparability/model";
import { likeForLike, type Comparer, type FromParts } from "@/lib/coverage/like-for-like/model";
import { linesOf, sharedLines } from "@/lib/coverage/model";
import { evaluator, type Evaluated, type Facts } from "@/lib/evaluation/model";
import { stillKnown } from "@/lib/evaluation/known/model";
import { narrowedTo } from "@/lib/evaluation/narrowing/model";
import { versionIn } from "@/lib/kpi/model";
import { lineOf } from "@/lib/org-unit/model";
import { measure } from "@/lib/quantity/model";
import { entered, facts, rule } from "@/tests/factories/facts";
import { orgUnit } from "@/tests/factories/tree";

const units = ["a", "b", "c", "d"];
const place = {
  orgUnits: [orgUnit("root"), ...units.map((id, position) => orgUnit(id, { position }))],
  placements: [],
};
const kpi = { direction: "lower" as const, decimals: 0, statedIn: "percent" as const, replacesAnother: false };
const cellsOf = (code: string, year: number, amounts: Record<string, string>) =>
  Object.fromEntries(Object.entries(amounts).map(([id, amount]) => [`${code} ${id} ${year}`, entered(amount)]));
const figuresIn = (world: Facts, code: string) => {
  const { evaluate } = evaluator(world);
  const at = (year: number) => ({ year, cell: evaluate(code, "root", year) });
  return { before: at(2023), now: at(2024) };
};
const compared = (world: Facts, code: string) => {
  const { before, now } = figuresIn(world, code);
  return comparability(world, new Map())(code, [])(before, now, kpi);
};

describe("like for like", () => {
  it("compares over the org units both years have", () => {
    const world = facts(
      { power: [rule()] },
      {
        ...cellsOf("power", 2023, { a: "100", b: "200", c: "50" }),
        ...cellsOf("power", 2024, { a: "110", b: "220", d: "70" }),
      },
      place,
    );
    expect(compared(world, "power")).toMatchObject({
      change: { comparable: false, why: "coverageChanged" },
      likeForLike: { orgUnits: ["a", "b"], change: { relative: "10", absolute: "30", judgement: "worse" } },
    });
  });

  it("goes below what was entered for the organisation, which cannot be divided", () => {
    const cells: Record<string, Evaluated> = {
      "power root 2023": entered("400"),
      ...cellsOf("power", 2023, { a: "100", b: "200", c: "50", d: "50" }),
      ...cellsOf("power", 2024, { a: "101", b: "202" }),
    };
    expect(compared(facts({ power: [rule()] }, cells, place), "power").likeForLike).toMatchObject({
      orgUnits: ["a", "b"],
      change: { relative: "1" },
    });
    const { [`power a 2023`]: _, [`power b 2023`]: __, ...none } = cells;
    expect(compared(facts({ power: [rule()] }, none, place), "power").likeForLike).toBeNull();
  });

  it("recomputes a rate from the parts the shared org units have of both", () => {
    const world = facts(
      { cases: [rule()], fte: [rule()], rate: [rule({ formula: { kind: "share", part: "cases", whole: "fte" } })] },
      {
        ...cellsOf("cases", 2023, { a: "1", b: "4" }),
        ...cellsOf("fte", 2023, { a: "10", b: "10", c: "10" }),
        ...cellsOf("cases", 2024, { a: "2", c: "9" }),
        ...cellsOf("fte", 2024, { a: "10", b: "10", c: "10" }),
      },
      place,
    );
    expect(compared(world, "rate").likeForLike).toMatchObject({
      orgUnits: ["a"],
      change: { absolute: "10", relative: "100" },
    });
  });

  it("counts merged org units as what they became, in the middle of a year too", () => {
    const merged = {
      orgUnits: [
        orgUnit("root"),
        orgUnit("a", { closesOn: "2024-06-30", mergedIntoId: "ab" }),
        orgUnit("b", { closesOn: "2024-06-30", mergedIntoId: "ab" }),
        orgUnit("ab", { opensOn: "2024-07-01" }),
        orgUnit("c"),
      ],
      placements: [],
    };
    const cells = {
      ...cellsOf("power", 2023, { a: "100", b: "100", c: "10" }),
      ...cellsOf("power", 2024, { a: "50", b: "60", ab: "100" }),
      ...cellsOf("power", 2025, { ab: "231", c: "12" }),
    };
    const world = facts({ power: [rule()] }, cells, merged);
    const { evaluate } = evaluator(world);
    const at = (year: number) => ({ year, cell: evaluate("power", "root", year) });
    const compare = comparability(world, new Map())("power", []);
    expect(compare(at(2023), at(2024), kpi).likeForLike).toMatchObject({
      orgUnits: ["a", "ab", "b"],
      change: { relative: "5" },
    });
    expect(compare(at(2024), at(2025), kpi).likeForLike).toMatchObject({
      orgUnits: ["ab"],
      change: { relative: "10" },
    });
    // 2023 and 2025 both cover the whole organisation, and nobody came or went: the plain change says it.
    expect(compare(at(2023), at(2025), kpi)).toMatchObject({ change: { relative: "16" }, likeForLike: null });
  });

  it("is stated beside the change where all are covered, but an org unit came", () => {
    const grown = { orgUnits: [...place.orgUnits, orgUnit("new", { opensOn: "2024-03-01" })], placements: [] };
    const cells = {
      ...cellsOf("power", 2023, { a: "100", b: "100", c: "100", d: "100" }),
      ...cellsOf("power", 2024, { a: "100", b: "100", c: "100", d: "100", new: "100" }),
    };
    expect(compared(facts({ power: [rule()] }, cells, grown), "power")).toMatchObject({
      change: { comparable: true, relative: "25" },
      likeForLike: { change: { relative: "0", judgement: "unchanged" }, orgUnits: units },
    });
  });

  it("is never stated across a series break", () => {
    const cells = { ...cellsOf("power", 2023, { a: "1", b: "1" }), ...cellsOf("power", 2024, { a: "2" }) };
    const world = facts({ power: [rule()] }, cells, place);
    const { evaluate } = evaluator(world);
    const at = (year: number) => ({ year, cell: evaluate("power", "root", year) });
    const broken = [{ year: 2024, kind: "methodChange" as const, note: "New meters." }];
    expect(comparability(world, new Map())("power", broken)(at(2023), at(2024), kpi)).toEqual({
      change: { comparable: false, why: "methodChanged", note: "New meters." },
      likeForLike: null,
    });
    const later = [{ ...broken[0]!, year: 2023 }];
    expect(comparability(world, new Map())("power", later)(at(2023), at(2024), kpi).likeForLike).not.toBeNull();
  });

  it("is the change of the sums over exactly those org units, whatever is missing where", () => {
    const amounts = fc.array(fc.option(fc.integer({ min: 1, max: 1000 })), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(amounts, amounts, (was, is) => {
        const cells: Record<string, Evaluated> = {};
        for (const [index, id] of units.entries()) {
          if (was[index] !== null) cells[`power ${id} 2023`] = entered(String(was[index]));
          if (is[index] !== null) cells[`power ${id} 2024`] = entered(String(is[index]));
        }
        const shared = units.filter((_, index) => was[index] !== null && is[index] !== null);
        const world = facts({ power: [rule()] }, cells, place);
        const found = likeForLike(world, new Map())("power", figuresIn(world, "power"), kpi);
        if (shared.length === 0) return void expect(found).toBeNull();
        const sum = (values: (number | null)[]) =>
          units.reduce((total, id, index) => total + (shared.includes(id) ? values[index]! : 0), 0);
        expect(found!.orgUnits).toEqual(shared);
        expect(found!.change.absolute).toBe(String(sum(is) - sum(was)));
      }),
    );
  });
});

describe("a year in which some org units have said nothing at all", () => {
  const many = Array.from({ length: 12 }, (_, at) => `u${at}`);
  const grown = {
    orgUnits: [orgUnit("root"), ...many.map((id, position) => orgUnit(id, { position }))],
    placements: [],
  };
  const rules = {
    cases: [rule()],
    fte: [rule()],
    score: [rule({ consolidation: "weighted", weightCode: "fte" })],
    rate: [rule({ formula: { kind: "share", part: "cases", whole: "fte" } })],
  };
  const amount = fc.integer({ min: 1, max: 1000 });
  const said = fc.tuple(amount, amount, amount);

  it("is covered by the others in every figure, is no change, and is compared over them", () => {
    const told = fc.record({ was: said, is: fc.option(said, { freq: 2 }) });
    fc.assert(
      fc.property(fc.array(told, { minLength: 12, maxLength: 12 }), (org) => {
        const speaking = many.filter((_, at) => org[at]!.is);
        fc.pre(speaking.length > 0 && speaking.length < many.length);
        const cells = Object.fromEntries(
          org.flatMap(({ was, is }, at) =>
            [was, is].flatMap((of, year) =>
              ["cases", "fte", "score"].flatMap((code, which) =>
                of ? [[`${code} u${at} ${2023 + year}`, entered(String(of[which]))]] : [],
              ),
            ),
          ),
        );
        const world = facts(rules, cells, grown);
        const { evaluate } = evaluator(world);
        const total = (year: "was" | "is", of: (told: number[]) => number) =>
          many.reduce((sum, id, at) => sum + (speaking.includes(id) ? of(org[at]![year]!) : 0), 0);
        const wholes: Record<string, (year: "was" | "is") => [number, number]> = {
          cases: (year) => [total(year, ([cases]) => cases!), 1],
          rate: (year) => [100 * total(year, ([cases]) => cases!), total(year, ([, fte]) => fte!)],
          score: (year) => [total(year, ([, fte, score]) => fte! * score!), total(year, ([, fte]) => fte!)],
        };
        for (const [code, of] of Object.entries(wholes)) {
          const now = evaluate(code, "root", 2024);
          const [n, d] = of("is").map(BigInt) as [bigint, bigint];
          expect(measure(now.quantity!).n * d).toBe(measure(now.quantity!).d * n);
          expect([...now.covers!].sort()).toEqual([...speaking].sort());
          const { change, likeForLike: alike } = compared(world, code);
          expect(change).toMatchObject({ comparable: false, why: "coverageChanged" });
          expect(alike!.orgUnits).toEqual(speaking);
          const [[is, isOf], [was, wasOf]] = [of("is"), of("was")];
          const up = BigInt(is) * BigInt(wasOf) - BigInt(was) * BigInt(isOf);
          expect(alike!.change.moved === "down" ? -1 : alike!.change.moved === "up" ? 1 : 0).toBe(
            up > 0 ? 1 : up < 0 ? -1 : 0,
          );
        }
      }),
    );
  });
});

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
