import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Formula } from "@/lib/kpi/schema";
import {
  add,
  compare,
  divide,
  fraction,
  isZero,
  multiply,
  subtract,
  whole,
  zero,
  type Fraction,
} from "@/lib/number/fraction";
import { treeOf, type Tree } from "@/lib/org-unit/model";
import { neededBy, suppression, type People, type PeopleRule } from "@/lib/suppression/model";
import { orgUnit, trees } from "@/tests/factories/tree";

const limits = { cases: 5, replies: 10 };
const rule = (given: Partial<PeopleRule> = {}): PeopleRule => ({
  smallGroup: "cases",
  formula: null,
  weightCode: null,
  unitOfMeasure: "count",
  ...given,
});
const flat = treeOf(2024, [orgUnit("root"), ...["a", "b", "c", "d"].map((id) => orgUnit(id))], []);

/** People whose leaves have these figures, and every org unit above the sum of what is below it. */
function people(
  rules: Record<string, PeopleRule>,
  figures: Record<string, Record<string, number>>,
  given: Partial<People> = {},
): People {
  const tree = given.tree ?? flat;
  const amount = (code: string, id: string): Fraction | null => {
    const formula = rules[code]?.formula;
    if (formula) return formulaAmount(formula, (input) => amount(input, id));
    const below = tree.childrenOf(id);
    if (below.length === 0) return figures[code]?.[id] === undefined ? null : whole(figures[code]![id]!);
    const parts = below.flatMap((child) => amount(code, child.id) ?? []);
    return parts.length === 0 ? null : parts.reduce(add, zero);
  };
  return {
    limits,
    tree,
    headsCode: null,
    rules: new Map(Object.entries(rules)),
    evaluate: (code, id) => {
      const found = amount(code, id);
      return { quantity: found && { kind: "number", amount: found } };
    },
    isNeeded: () => false,
    ...given,
  };
}

function formulaAmount(formula: Formula, of: (code: string) => Fraction | null): Fraction | null {
  if (formula.kind !== "share") return fraction("1");
  const [part, all] = [of(formula.part), of(formula.whole)];
  return part && all && divide(part, all);
}

const hiddenIn = (given: People, code: string) => [...suppression(given)(code)].sort();

describe("small groups", () => {
  it("hides a count below the limit, and the next smallest so that it is not what is left of the sum", () => {
    const injuries = people({ injuries: rule() }, { injuries: { a: 3, b: 20, c: 7, d: 30 } });
    expect(hiddenIn(injuries, "injuries")).toEqual(["a", "c"]);
  });

  it("hides on while those hidden are together a small group", () => {
    const injuries = people({ injuries: rule() }, { injuries: { a: 1, b: 2, c: 7, d: 30 } });
    expect(hiddenIn(injuries, "injuries")).toEqual(["a", "b", "c"]);
  });

  it("takes 0 for nobody, and no figure for none", () => {
    expect(hiddenIn(people({ injuries: rule() }, { injuries: { a: 0, b: 20, c: 7 } }), "injuries")).toEqual([]);
  });

  it("hides nothing that tells of nobody in particular", () => {
    expect(hiddenIn(people({ waste: rule({ smallGroup: "none" }) }, { waste: { a: 1, b: 2 } }), "waste")).toEqual([]);
  });

  it("counts everybody who answered, however few gave that answer", () => {
    const answers = rule({ smallGroup: "replies" });
    const nps: Formula = { kind: "nps", promoters: "p", passives: "s", detractors: "d" };
    const survey = people(
      { p: answers, s: answers, d: answers, score: rule({ smallGroup: "none", formula: nps }) },
      { p: { a: 2, b: 2, c: 8 }, s: { a: 30, b: 3, c: 9 }, d: { a: 1, b: 4, c: 9 } },
    );
    // b has 9 replies; c goes with it, since a has 33 and c 26.
    expect(hiddenIn(survey, "score")).toContain("b");
    expect(hiddenIn(survey, "p").includes("b")).toBe(true);
    expect(suppression(survey)("score").size).toBeGreaterThan(1);
  });

  it("weighs what counts nobody, and takes a group nobody has counted for a small one", () => {
    const days = { days: { a: 100, b: 900, c: 800 }, heads: { a: 3, b: 90, c: 80 } };
    const weighed = people({ days: rule({ unitOfMeasure: "days", weightCode: "heads" }), heads: rule() }, days);
    expect(hiddenIn(weighed, "days")).toEqual(["a", "c"]);
    const plain = { days: rule({ unitOfMeasure: "days" }) };
    expect(hiddenIn(people(plain, days, { headsCode: "heads" }), "days")).toEqual(["a", "c"]);
    expect(hiddenIn(people(plain, days), "days")).toEqual(["a", "b", "c"]);
  });

  it("hides what is calculated from something hidden", () => {
    const share: Formula = { kind: "share", part: "injuries", whole: "heads" };
    const rates = people(
      { injuries: rule(), heads: rule(), rate: rule({ smallGroup: "none", formula: share }) },
      { injuries: { a: 3, b: 20, c: 7 }, heads: { a: 50, b: 90, c: 80 } },
    );
    expect(hiddenIn(rates, "rate")).toEqual(["a", "c"]);
    expect(hiddenIn(rates, "heads")).toEqual([]);
  });

  it("shows what is needed, and protects the rest from whoever knows it", () => {
    const own = people(
      { injuries: rule() },
      { injuries: { a: 3, b: 20, c: 2, d: 9 } },
      { isNeeded: (id) => id === "a" },
    );
    expect(hiddenIn(own, "injuries")).toEqual(["c", "d"]);
  });
});

describe("who needs what", () => {
  it("is everything for those who answer for figures or audit them, the own org units for a contributor, nothing else", () => {
    for (const role of ["controller", "auditor", "administrator"] as const)
      expect(neededBy({ roles: [role, "manager"], orgUnitIds: null })).toBe("all");
    expect(neededBy({ roles: ["contributor"], orgUnitIds: ["a"] })).toEqual(["a"]);
    expect(neededBy({ roles: ["manager"], orgUnitIds: null })).toEqual([]);
  });
});

const figuresOn = (place: Parameters<typeof treeOf>[1], placements: Parameters<typeof treeOf>[2]) => {
  const tree = treeOf(2024, place, placements);
  const leaves = tree.leavesBelow(tree.rootId).map(({ id }) => id);
  return fc
    .tuple(
      fc.array(fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined, freq: 6 }), {
        minLength: leaves.length,
        maxLength: leaves.length,
      }),
      fc.subarray(leaves),
    )
    .map(([amounts, own]) => ({
      tree,
      own: new Set(own.slice(0, 2)),
      figures: Object.fromEntries(
        leaves.flatMap((id, index) => (amounts[index] === undefined ? [] : [[id, amounts[index]]])),
      ) as Record<string, number>,
    }));
};

describe("suppression as a rule", () => {
  it("leaves nothing small to see, and nothing hidden to be found by adding and subtracting", () => {
    const worlds = trees.chain(({ orgUnits, placements }) => figuresOn(orgUnits, placements));
    fc.assert(
      fc.property(worlds, ({ tree, own, figures }) => {
        const given = people({ cases: rule() }, { cases: figures }, { tree, isNeeded: (id) => own.has(id) });
        const hidden = suppression(given)("cases");
        const amountOf = (id: string) => {
          const { quantity } = given.evaluate("cases", id);
          return quantity?.kind === "number" ? quantity.amount : null;
        };
        const isKnown = (id: string): boolean => {
          const below = tree.childrenOf(id).filter((child) => amountOf(child.id) !== null);
          return own.has(id) || (below.length > 0 && below.every((child) => isKnown(child.id)));
        };
        for (const { id, isRoot } of tree.nodes.values()) {
          const amount = amountOf(id);
          if (amount === null || isRoot || isKnown(id) || isZero(amount)) continue;
          if (compare(amount, whole(limits.cases)) < 0) expect(hidden.has(id), id).toBe(true);
        }
        const parentOf = new Map(
          [...tree.nodes.keys()].flatMap((id) => tree.childrenOf(id).map((child) => [child.id, id] as const)),
        );
        // Up to the organisation or what is needed, there is nothing left beside it that could be hidden.
        const isExcused = (id: string): boolean => {
          const parent = parentOf.get(id);
          if (parent === undefined) return true;
          const beside = tree.childrenOf(parent).filter((child) => amountOf(child.id) !== null);
          if (beside.some((child) => !hidden.has(child.id) && !isKnown(child.id))) return false;
          return isKnown(parent) || isExcused(parent);
        };
        expect(found(tree, hidden, amountOf).filter((id) => !isExcused(id))).toEqual([]);
      }),
    );
  });

  it("twin: hiding only what is small is noticed", () => {
    const amountOf = (id: string) => whole({ root: 30, a: 3, b: 20, c: 7, d: 0 }[id]!);
    expect(found(flat, new Set(["a"]), amountOf)).toEqual(["a"]);
  });
});

/** Hidden figures that follow from the others: those a row of the solved sums (org unit = Σ below it) leaves alone. */
function found(tree: Tree, hidden: ReadonlySet<string>, amountOf: (id: string) => Fraction | null): string[] {
  const unknown = [...hidden];
  const rows = [...tree.nodes.values()].flatMap(({ id }) => {
    const below = tree.childrenOf(id).filter((child) => amountOf(child.id) !== null);
    if (below.length === 0) return [];
    return [
      unknown.map((one) => (one === id ? fraction("-1") : below.some((child) => child.id === one) ? whole(1) : zero)),
    ];
  });
  const solved: Fraction[][] = [];
  for (let column = 0; column < unknown.length; column++) {
    const at = rows.findIndex((row) => !isZero(row[column]!));
    if (at < 0) continue;
    const [pivot] = rows.splice(at, 1);
    const scaled = pivot!.map((entry) => divide(entry, pivot![column]!)!);
    const reduce = (row: Fraction[]) =>
      row.map((entry, index) => subtract(entry, multiply(row[column]!, scaled[index]!)));
    rows.forEach((row, index) => (rows[index] = reduce(row)));
    solved.forEach((row, index) => (solved[index] = reduce(row)));
    solved.push(scaled);
  }
  return solved.flatMap((row) => {
    const left = row.flatMap((entry, index) => (isZero(entry) ? [] : [unknown[index]!]));
    return left.length === 1 ? left : [];
  });
}
