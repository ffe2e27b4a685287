import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageView, isSameCoverage, percentOf, sharedLines, type Cover } from "@/lib/coverage/model";
import { fraction, whole } from "@/lib/number/fraction";
import { lineOf, treeOf } from "@/lib/org-unit/model";
import { orgUnit, trees } from "@/tests/factories/tree";

const units = [orgUnit("root"), ...["a", "b", "c", "d"].map((id, position) => orgUnit(id, { position }))];
const tree = treeOf(2024, units, []);
const cover = (...ids: string[]): Cover => ({ tree, orgUnitId: "root", covers: new Set(ids) });
const all: Cover = { tree, orgUnitId: "root", covers: null };
const fte = (amounts: Record<string, string>) => (id: string) =>
  amounts[id] ? { amount: fraction(amounts[id]), isExample: false } : null;
const itself = (id: string) => id;

describe("coverage", () => {
  it("names who is in, who is not and why, by count and by full-time equivalents", () => {
    const view = coverageView(cover("a", "c"), fte({ a: "10", b: "30", c: "50", d: "10" }), (id) =>
      id === "b" ? "pending" : "missing",
    );
    expect(view).toEqual({
      covered: ["a", "c"],
      missed: [
        { name: "b", status: "pending" },
        { name: "d", status: "missing" },
      ],
      of: 4,
      percent: "50",
      fte: { percent: "60", isExample: false },
    });
  });

  it("has no share of full-time equivalents while one org unit's are unknown, or all are nobody", () => {
    expect(coverageView(cover("a"), fte({ a: "10", b: "30", c: "50" }), () => "missing")!.fte).toBeNull();
    expect(coverageView(cover("a"), fte({ a: "0", b: "0", c: "0", d: "0" }), () => "missing")!.fte).toBeNull();
    expect(coverageView({ ...all, orgUnitId: "root" }, fte({}), () => "missing")).toMatchObject({
      percent: "100",
      missed: [],
      fte: null,
    });
  });

  it("does not concern an organisation without org units", () => {
    const alone = treeOf(2024, [orgUnit("root")], []);
    expect(coverageView({ tree: alone, orgUnitId: "root", covers: null }, fte({}), () => "missing")).toBeNull();
  });

  it("never says all of what is not all, nor nothing of what is something", () => {
    expect([percentOf(whole(999), whole(1000)), percentOf(whole(1), whole(1000))]).toEqual(["99", "1"]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (part, rest) => {
        const percent = Number(percentOf(whole(part), whole(part + rest)));
        expect(percent === 0).toBe(part === 0);
        expect(percent).toBeLessThan(100);
        expect(Math.abs(percent - (100 * part) / (part + rest))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("splits every tree into covered and missed, and no org unit is both", () => {
    fc.assert(
      fc.property(trees, fc.func(fc.boolean()), (place, isIn) => {
        const grown = treeOf(2024, place.orgUnits, place.placements);
        const leaves = grown.leavesBelow("root").map(({ id }) => id);
        const covers = new Set(leaves.filter((id) => isIn(id)));
        const view = coverageView(
          { tree: grown, orgUnitId: "root", covers },
          () => null,
          () => "missing",
        )!;
        expect([...view.covered, ...view.missed.map(({ name }) => name)].sort()).toEqual([...leaves].sort());
        expect(view.covered).toHaveLength(covers.size);
      }),
    );
  });
});

describe("coverage of two years", () => {
  const merged = [
    orgUnit("root"),
    orgUnit("a", { closesOn: "2023-12-31", mergedIntoId: "ab" }),
    orgUnit("b", { closesOn: "2023-12-31", mergedIntoId: "ab" }),
    orgUnit("ab", { opensOn: "2024-01-01" }),
    orgUnit("c"),
  ];
  const line = lineOf(merged);
  const at = (year: number, ...ids: string[]): Cover => ({
    tree: treeOf(year, merged, []),
    orgUnitId: "root",
    covers: new Set(ids),
  });

  it("is the same where both name the same, or both are the whole organisation as it was", () => {
    expect(isSameCoverage(cover("a", "b"), cover("b", "a"), itself)).toBe(true);
    expect(isSameCoverage(cover("a"), cover("b"), itself)).toBe(false);
    expect(isSameCoverage(cover("a"), all, itself)).toBe(false);
    expect(isSameCoverage(cover("a", "b", "c", "d"), all, itself)).toBe(true);
    expect(isSameCoverage(all, all, itself)).toBe(true);
  });

  it("knows that merged org units are what they became, and that one of them alone is not", () => {
    expect(isSameCoverage(at(2023, "a", "b"), at(2024, "ab"), line)).toBe(true);
    expect(isSameCoverage(at(2023, "a"), at(2024, "ab"), line)).toBe(false);
    expect(sharedLines(at(2023, "a", "b", "c"), at(2024, "ab"), line)).toEqual(["ab"]);
    expect(sharedLines(at(2023, "a", "c"), at(2024, "ab", "c"), line)).toEqual(["c"]);
  });

  it("follows a chain of mergers to its end, and does not go round in one", () => {
    const chain = [
      orgUnit("a", { mergedIntoId: "b" }),
      orgUnit("b", { mergedIntoId: "c" }),
      orgUnit("c"),
      orgUnit("x", { mergedIntoId: "y" }),
      orgUnit("y", { mergedIntoId: "x" }),
    ];
    expect(["a", "b", "c"].map(lineOf(chain))).toEqual(["c", "c", "c"]);
    expect(lineOf(chain)("x")).toBe("y");
  });

  it("is symmetric, and shared lines are covered in both years", () => {
    const some = fc.subarray(["a", "b", "c", "d"]);
    fc.assert(
      fc.property(some, some, (before, now) => {
        const [was, is] = [cover(...before), cover(...now)];
        expect(isSameCoverage(was, is, itself)).toBe(isSameCoverage(is, was, itself));
        expect(isSameCoverage(was, is, itself)).toBe(before.join() === now.join());
        expect(sharedLines(was, is, itself)).toEqual(before.filter((id) => now.includes(id)));
      }),
    );
  });
});
