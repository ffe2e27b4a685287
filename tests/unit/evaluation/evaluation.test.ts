import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluator, type Evaluated, type Facts, type Rule } from "@/lib/evaluation/model";
import { treeOf } from "@/lib/org-unit/model";
import { compare, fraction, round, sum } from "@/lib/number/fraction";
import { measure } from "@/lib/quantity/model";
import { entered, facts as factsOf, rule } from "@/tests/factories/facts";
import { orgUnit, trees } from "@/tests/factories/tree";

const absent = (status: "pending" | "notMeasured"): Evaluated => ({
  ...entered("0"),
  status,
  quantity: null,
  scale: null,
});

const two = { orgUnits: [orgUnit("root"), orgUnit("a"), orgUnit("b")], placements: [] };
const facts = (
  rules: Record<string, Rule[]>,
  cells: Record<string, Evaluated>,
  place: Pick<Facts, "orgUnits" | "placements"> = two,
) => factsOf(rules, cells, place);
const amountOf = (cell: Evaluated) => cell.quantity && round(measure(cell.quantity), 3);

describe("an evaluated figure", () => {
  it("adds what org units entered, and says whom it covers", () => {
    const { evaluate } = evaluator(
      facts({ power: [rule()] }, { "power a 2024": entered("5"), "power b 2024": entered("7") }),
    );
    expect(evaluate("power", "root", 2024)).toMatchObject({ status: "reported", origin: "consolidated", covers: null });
    expect(amountOf(evaluate("power", "root", 2024))).toBe("12.000");
    const partial = evaluator(facts({ power: [rule()] }, { "power a 2024": entered("5") })).evaluate(
      "power",
      "root",
      2024,
    );
    expect([amountOf(partial), [...partial.covers!]]).toEqual(["5.000", ["a"]]);
  });

  it("has no figure where nobody has one, never a zero", () => {
    const { evaluate } = evaluator(facts({ power: [rule()] }, { "power a 2024": absent("pending") }));
    expect(evaluate("power", "root", 2024)).toMatchObject({ status: "pending", quantity: null });
    expect(evaluate("power", "root", 2025)).toMatchObject({ status: "missing", quantity: null });
    expect(evaluate("unknown", "root", 2024)).toMatchObject({ status: "missing", quantity: null });
  });

  it("lets an entered figure of the organisation stand before the sum", () => {
    const { evaluate } = evaluator(
      facts({ power: [rule()] }, { "power root 2024": entered("99"), "power a 2024": entered("5") }),
    );
    expect(evaluate("power", "root", 2024)).toMatchObject({ origin: "entered" });
  });

  it("recomputes a ratio from consolidated parts, never averages it", () => {
    const rules = {
      cases: [rule()],
      fte: [rule()],
      rate: [rule({ formula: { kind: "share", part: "cases", whole: "fte" } })],
    };
    const cells = {
      "cases a 2024": entered("1"),
      "fte a 2024": entered("10"),
      "cases b 2024": entered("9"),
      "fte b 2024": entered("30"),
    };
    expect(amountOf(evaluator(facts(rules, cells)).evaluate("rate", "root", 2024))).toBe("25.000");
  });

  it("weighs by a named KPI", () => {
    const rules = { score: [rule({ consolidation: "weighted", weightCode: "replies" })], replies: [rule()] };
    const cells = {
      "score a 2024": entered("80"),
      "replies a 2024": entered("30"),
      "score b 2024": entered("60"),
      "replies b 2024": entered("10"),
    };
    expect(amountOf(evaluator(facts(rules, cells)).evaluate("score", "root", 2024))).toBe("75.000");
  });

  it("neither counts nor covers whose weight is missing; an estimated weight makes an estimate", () => {
    const rules = { score: [rule({ consolidation: "weighted", weightCode: "replies" })], replies: [rule()] };
    const cells = {
      "score a 2024": entered("80"),
      "replies a 2024": entered("30", { status: "estimated", basis: "Last year's replies." }),
      "score b 2024": entered("60"),
    };
    const whole = evaluator(facts(rules, cells)).evaluate("score", "root", 2024);
    expect(whole).toMatchObject({ parts: ["a"], status: "estimated", basis: "Last year's replies." });
    expect([amountOf(whole), [...whole.covers!]]).toEqual(["80.000", ["a"]]);
    const { "replies a 2024": _, ...none } = cells;
    expect(evaluator(facts(rules, none)).evaluate("score", "root", 2024).quantity).toBeNull();
  });

  it("names what a calculation lacks, and passes on that an input is estimated or an example", () => {
    const rules = {
      a: [rule({ collectionLevel: "organisation" })],
      b: [rule({ collectionLevel: "organisation" })],
      ratio: [rule({ formula: { kind: "ratio", numerator: "a", denominator: "b" } })],
    };
    expect(evaluator(facts(rules, { "a root 2024": entered("1") })).evaluate("ratio", "root", 2024)).toMatchObject({
      quantity: null,
      lacks: ["b"],
      status: "missing",
    });
    expect(
      evaluator(facts(rules, { "a root 2024": entered("1"), "b root 2024": entered("0") })).evaluate(
        "ratio",
        "root",
        2024,
      ),
    ).toMatchObject({ quantity: null, lacks: ["b"] });
    const estimated = entered("4", { status: "estimated", isExample: true, basis: "last year's" });
    expect(
      evaluator(facts(rules, { "a root 2024": estimated, "b root 2024": entered("2") })).evaluate(
        "ratio",
        "root",
        2024,
      ),
    ).toMatchObject({ status: "estimated", isExample: true, basis: "last year's" });
  });

  it("has no figure when a formula leads back to itself", () => {
    const circle = {
      a: [rule({ formula: { kind: "difference", minuend: "b", subtrahend: "c" } })],
      b: [rule({ formula: { kind: "difference", minuend: "a", subtrahend: "c" } })],
      c: [rule({ collectionLevel: "organisation" })],
    };
    expect(evaluator(facts(circle, { "c root 2024": entered("1") })).evaluate("a", "root", 2024).quantity).toBeNull();
  });

  it("consolidates a year over the tree as it was: closed, opened and moved org units", () => {
    const place = {
      orgUnits: [
        orgUnit("root"),
        orgUnit("north"),
        orgUnit("south"),
        orgUnit("a", { closesOn: "2023-06-30" }),
        orgUnit("b", { opensOn: "2024-01-01" }),
        orgUnit("c"),
      ],
      placements: [
        { orgUnitId: "a", parentId: "north", validFrom: "2020-01-01" },
        { orgUnitId: "b", parentId: "north", validFrom: "2024-01-01" },
        { orgUnitId: "c", parentId: "north", validFrom: "2020-01-01" },
        { orgUnitId: "c", parentId: "south", validFrom: "2024-07-01" },
      ],
    };
    const cells = Object.fromEntries(
      ["a", "b", "c"].flatMap((id) => [2023, 2024].map((year) => [`power ${id} ${year}`, entered("1")])),
    );
    const { evaluate } = evaluator(facts({ power: [rule()] }, cells, place));
    const perYear = (id: string) => [2023, 2024].map((year) => amountOf(evaluate("power", id, year)));
    expect([perYear("root"), perYear("north"), perYear("south")]).toEqual([
      ["2.000", "2.000"],
      ["2.000", "1.000"],
      [null, "1.000"],
    ]);
  });
});

describe("consolidation over random trees with missing cells", () => {
  const world = fc.tuple(
    trees,
    fc.array(fc.option(fc.integer({ min: -(10 ** 6), max: 10 ** 6 })), { minLength: 31, maxLength: 31 }),
  );

  it("gives a parent the sum of its parts, in any order, and misses nobody but the missing", () => {
    fc.assert(
      fc.property(world, fc.func(fc.integer()), ([place, amounts], weight) => {
        const tree = treeOf(2024, place.orgUnits, place.placements);
        const leaves = tree.leavesBelow("root").filter((leaf) => !leaf.isRoot);
        const given = leaves.map((leaf, index) => [leaf.id, amounts[index] ?? null] as const);
        const cells = Object.fromEntries(
          given.flatMap(([id, amount]) => (amount === null ? [] : [[`power ${id} 2024`, entered(String(amount))]])),
        );
        const { evaluate } = evaluator(facts({ power: [rule()] }, cells, place));
        const shuffled = [...place.orgUnits].sort((a, b) => (weight(a.id) || 0) - (weight(b.id) || 0));
        const other = evaluator(facts({ power: [rule()] }, cells, { ...place, orgUnits: shuffled }));
        const present = given.filter(([, amount]) => amount !== null);
        const root = evaluate("power", "root", 2024);
        expect(amountOf(other.evaluate("power", "root", 2024))).toBe(amountOf(root));
        if (present.length === 0) return void expect(root.quantity).toBeNull();
        expect(compare(measure(root.quantity!), sum(present.map(([, amount]) => fraction(String(amount)))))).toBe(0);
        expect(root.covers?.size ?? leaves.length).toBe(present.length);
        const below = tree
          .childrenOf("root")
          .map((child) => evaluate("power", child.id, 2024).quantity)
          .filter((quantity) => quantity !== null);
        expect(compare(measure(root.quantity!), sum(below.map(measure)))).toBe(0);
      }),
    );
  });
});
