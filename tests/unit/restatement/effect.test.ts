import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluator, type Facts } from "@/lib/evaluation/model";
import { compare, fraction } from "@/lib/number/fraction";
import { besideOf } from "@/lib/restatement/beside/model";
import { dependantsOf, effectsOf } from "@/lib/restatement/effect/model";
import { reachOf, restated, type Subject } from "@/lib/restatement/model";
import { emptyContent, type CellContent } from "@/lib/value/model";
import { entered } from "@/tests/factories/facts";
import { orgUnit, trees } from "@/tests/factories/tree";
import { formula, published, warm, world, years } from "./effect-world";

const alone = { orgUnits: [orgUnit("root")], placements: [] };
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
