import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Facts, Rule } from "@/lib/evaluation/model";
import { evaluator } from "@/lib/evaluation/model";
import type { FactorUse } from "@/lib/emission-factor/model";
import { formulaSchema } from "@/lib/kpi/schema";
import { compare, fraction } from "@/lib/number/fraction";
import { besideOf, besideTexts } from "@/lib/restatement/beside/model";
import { dependantsOf, effectsOf } from "@/lib/restatement/effect/model";
import { reachOf, restated, type Subject } from "@/lib/restatement/model";
import { emptyContent, type CellContent } from "@/lib/value/model";
import { entered, facts, rule } from "@/tests/factories/facts";
import { orgUnit, trees } from "@/tests/factories/tree";

const formula = (text: object) => formulaSchema.parse(text);
const rules: Record<string, Rule[]> = {
  heat: [rule()],
  power: [rule()],
  revenue: [rule({ collectionLevel: "organisation", consolidation: "none" })],
  comfort: [rule({ consolidation: "weighted", weightCode: "heat" })],
  scope2: [
    rule({ formula: formula({ kind: "expression", text: 'heat * factor("warm") + power * 2' }), decimals: 0 }),
    rule({ validFromYear: 2024, formula: formula({ kind: "difference", minuend: "power", subtrahend: "heat" }) }),
  ],
  intensity: [rule({ formula: formula({ kind: "ratio", numerator: "scope2", denominator: "revenue" }), decimals: 2 })],
  water: [rule()],
};
const years = [2022, 2023, 2024];
const warm = { value: "3", unitIn: "t", unitOut: "t" } as FactorUse;
const world = (cells: Parameters<typeof facts>[1], place: Pick<Facts, "orgUnits" | "placements">) =>
  facts(rules, cells, place, { factorOf: (code) => (code === "warm" ? warm : null) });
const alone = { orgUnits: [orgUnit("root")], placements: [] };
const published = new Set([2022, 2023]);
const content = (amount: string): CellContent => ({ ...emptyContent, status: "reported", amount, scale: 0 });
const value = (year: number, said: CellContent, code = "heat", orgUnitId = "root"): Subject => ({
  ...{ kind: "value", code, kpiId: code, orgUnitId, year },
  content: said,
});
const effects = (before: Facts, subject: Subject, threshold = "5") => {
  const after = restated(before, subject);
  return effectsOf(before, after, reachOf(subject, before, after, years), {
    threshold: fraction(threshold),
    published,
  });
};

describe("the effects of a restatement", () => {
  const before = world(
    { "heat root 2022": entered("100"), "power root 2022": entered("50"), "revenue root 2022": entered("8") },
    alone,
  );

  it("are the cell and every dependant, with old and new figure and the exact percentage", () => {
    expect(
      effects(before, value(2022, content("110"))).map(
        ({ code, year, before, after, decimals, percent, isMaterial }) => [
          ...[code, year, before.amount, after.amount, decimals, percent, isMaterial],
        ],
      ),
    ).toEqual([
      ["heat", 2022, "100.000000", "110.000000", 0, "10.000000", true],
      ["scope2", 2022, "400.000000", "430.000000", 0, "7.500000", true],
      ["intensity", 2022, "50.000000", "53.750000", 2, "7.500000", true],
    ]);
  });

  it("are material at the threshold and above, in published years only", () => {
    const material = (threshold: string) =>
      effects(before, value(2022, content("110")), threshold).map(({ isMaterial }) => isMaterial);
    expect(material("7.5")).toEqual([true, true, true]);
    expect(material("7.500001")).toEqual([true, false, false]);
    const open = world({ "heat root 2024": entered("1") }, alone);
    expect(effects(open, value(2024, content("100"))).every(({ isMaterial }) => !isMaterial)).toBe(true);
  });

  it("of a figure that goes are material, whatever the threshold: nothing is 0", () => {
    const gone = effects(before, value(2022, { ...emptyContent, status: "pending", basis: "" }), "100000");
    expect(gone[0]).toMatchObject({ code: "heat", after: { status: "pending", amount: null }, percent: null });
    expect(gone.map(({ isMaterial }) => isMaterial)).toEqual([true, true, true]);
  });

  it("of a factor and of a formula are those of every figure that uses them", () => {
    const codes = (subject: Subject) => effects(before, subject).map(({ code }) => code);
    const use = { ...warm, value: "4" };
    expect(codes({ kind: "factor", factorCode: "warm", use, fromYear: 2022, toYear: 2022 })).toEqual([
      "scope2",
      "intensity",
    ]);
    expect(codes({ kind: "factor", factorCode: "warm", use, fromYear: 2023, toYear: 2023 })).toEqual([]);
    const difference = formula({ kind: "difference", minuend: "heat", subtrahend: "power" });
    expect(codes({ kind: "definition", code: "scope2", validFromYear: 2000, rule: { formula: difference } })).toEqual([
      "scope2",
      "intensity",
    ]);
    expect(codes({ kind: "definition", code: "scope2", validFromYear: 2024, rule: { formula: null } })).toEqual([]);
  });

  it("reach what follows through formulas and weights, of any version", () => {
    expect(dependantsOf({ kpi: "heat" }, before.rules)).toEqual(["heat", "comfort", "scope2", "intensity"]);
    expect(dependantsOf({ kpi: "water" }, before.rules)).toEqual(["water"]);
    expect(dependantsOf({ factor: "warm" }, before.rules)).toEqual(["scope2", "intensity"]);
  });

  it("are the difference of two full evaluations, of any tree, cells and change", () => {
    const amounts = fc.option(fc.integer({ min: -50, max: 1_000 }), { nil: null });
    const codes = ["heat", "power", "comfort", "water"];
    fc.assert(
      fc.property(
        trees,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...codes), fc.constantFrom(...years), amounts), { maxLength: 60 }),
        fc.tuple(fc.nat(), fc.constantFrom(...codes), fc.constantFrom(...years), amounts),
        (place, said, [at, code, year, now]) => {
          const unit = (index: number) => place.orgUnits[index % place.orgUnits.length]!.id;
          const cells = Object.fromEntries([
            ...years.map((one) => [`revenue root ${one}`, entered("7")]),
            ...said.flatMap(([index, kpi, one, amount]) =>
              amount === null ? [] : [[`${kpi} ${unit(index)} ${one}`, entered(String(amount))]],
            ),
          ]);
          const old = world(cells, place);
          const subject = value(year, now === null ? emptyContent : content(String(now)), code, unit(at));
          const after = restated(old, subject);
          const everything = { codes: [...old.rules.keys()], orgUnitIds: place.orgUnits.map(({ id }) => id), years };
          const materiality = { threshold: fraction("5"), published };
          const key = ({ code: kpi, orgUnitId, year: one }: { code: string; orgUnitId: string; year: number }) =>
            `${kpi} ${orgUnitId} ${one}`;
          const listed = effects(old, subject).map(key).sort();
          expect(listed).toEqual(effectsOf(old, after, everything, materiality).map(key).sort());
          const [was, is] = [evaluator(old), evaluator(after)];
          const different = everything.codes.flatMap((kpi) =>
            everything.orgUnitIds.flatMap((orgUnitId) =>
              years.flatMap((one) => {
                const [a, b] = [was.evaluate(kpi, orgUnitId, one), is.evaluate(kpi, orgUnitId, one)];
                const [x, y] = [a.quantity, b.quantity];
                const equal =
                  x?.kind === "number" && y?.kind === "number" ? compare(x.amount, y.amount) === 0 : x === y;
                return equal && a.status === b.status ? [] : [`${kpi} ${orgUnitId} ${one}`];
              }),
            ),
          );
          expect(listed).toEqual(different.sort());
        },
      ),
    );
  });

  it("of an org unit that closed or hung elsewhere are those of every figure over it, of any tree", () => {
    const codes = ["heat", "power", "comfort"];
    fc.assert(
      fc.property(
        trees,
        fc.array(
          fc.tuple(fc.nat(), fc.constantFrom(...codes), fc.constantFrom(...years), fc.integer({ min: -9, max: 99 })),
          {
            maxLength: 40,
          },
        ),
        fc.nat(),
        fc.boolean(),
        (place, said, at, closes) => {
          const units = place.orgUnits.filter(({ isRoot }) => !isRoot);
          fc.pre(units.length > 0);
          const moved = units[at % units.length]!;
          const root = place.orgUnits.find(({ isRoot }) => isRoot)!;
          const cells = Object.fromEntries(
            said.map(([index, kpi, year, amount]) => [
              `${kpi} ${place.orgUnits[index % place.orgUnits.length]!.id} ${year}`,
              entered(String(amount)),
            ]),
          );
          const old = world(cells, place);
          const subject: Subject = {
            ...{ kind: "orgUnit", orgUnitId: moved.id },
            orgUnits: closes
              ? place.orgUnits.map((unit) => (unit.id === moved.id ? { ...unit, closesOn: "2022-12-31" } : unit))
              : place.orgUnits,
            placements: closes
              ? place.placements
              : [...place.placements, { orgUnitId: moved.id, parentId: root.id, validFrom: "2023-01-01" }],
          };
          const after = restated(old, subject);
          const materiality = { threshold: fraction("5"), published };
          const everything = { codes: [...old.rules.keys()], orgUnitIds: place.orgUnits.map(({ id }) => id), years };
          const keys = (listed: ReturnType<typeof effectsOf>) =>
            listed.map(({ code, orgUnitId, year }) => `${code} ${orgUnitId} ${year}`).sort();
          const found = effectsOf(
            old,
            after,
            reachOf(subject, old, after, years),
            materiality,
            besideOf(subject, after),
          );
          expect(keys(found)).toEqual(keys(effectsOf(old, after, everything, materiality, besideOf(subject, after))));
          expect(found.every(({ year }) => year >= 2023)).toBe(true);
        },
      ),
    );
  });
});

describe("what stands beside a number", () => {
  const before = world(
    { "heat root 2022": entered("100"), "power root 2022": entered("50"), "revenue root 2022": entered("8") },
    { orgUnits: [orgUnit("root"), orgUnit("a"), orgUnit("b")], placements: [] },
  );
  const listed = (subject: Subject) => {
    const after = restated(before, subject);
    const materiality = { threshold: fraction("5"), published };
    return effectsOf(before, after, reachOf(subject, before, after, years), materiality, besideOf(subject, after));
  };
  const target = (amount: string) => ({
    ...{ kind: "atLeast" as const, year: 2022, amount, scale: 0, men: null, women: null },
    ...{ baselineYear: null, setInYear: null, printsUnit: false, note: "" },
  });

  it("is whom it covers: the figure and those that follow from it, and the number stays", () => {
    const subject: Subject = { kind: "coverage", code: "heat", orgUnitId: "root", year: 2022, covers: new Set(["a"]) };
    const [heat] = listed(subject);
    expect(heat).toMatchObject({
      ...{ code: "heat", percent: "0.000000", isMaterial: true },
      beside: { kind: "coverage", before: null, after: ["a"] },
    });
    expect(heat!.before).toEqual(heat!.after);
    const nameOf = (id: string) => id.toUpperCase();
    expect(besideTexts(heat!.beside!, { nameOf, unitOfMeasure: "t" }, "en")).toEqual({
      before: "all units",
      after: "A",
    });
  });

  it("is how a target judges it, material where the state turns", () => {
    const by = (amount: string) =>
      listed({ kind: "target", code: "heat", before: [target("90")], after: [target(amount)] });
    expect(by("90")).toEqual([]);
    expect(by("95").map(({ year, isMaterial }) => [year, isMaterial])).toEqual([[2022, false]]);
    const [missed] = by("101");
    expect(missed).toMatchObject({
      isMaterial: true,
      beside: { before: { state: "met" }, after: { state: "missed" } },
    });
    const texts = besideTexts(missed!.beside!, { nameOf: String, unitOfMeasure: "t" }, "en");
    expect(texts.after).toContain("101");
  });

  it("is what it is defined as, where no number changes", () => {
    const subject: Subject = { kind: "definition", code: "heat", validFromYear: 2022, rule: {} };
    expect(listed(subject).map(({ code, year, beside }) => [code, year, beside?.kind])).toEqual([
      ["heat", 2022, "definition"],
    ]);
  });
});
