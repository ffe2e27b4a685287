import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparability } from "@/lib/comparability/model";
import { likeForLike } from "@/lib/coverage/like-for-like/model";
import { evaluator, type Evaluated } from "@/lib/evaluation/model";
import { measure } from "@/lib/quantity/model";
import { entered, facts, rule } from "@/tests/factories/facts";
import { orgUnit } from "@/tests/factories/tree";
import { cellsOf, compared, figuresIn, kpi, place, units } from "./two-years";

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
