import { describe, expect, it } from "vitest";
import { fraction } from "@/lib/number/fraction";
import { besideOf, besideTexts } from "@/lib/restatement/beside/model";
import { effectsOf } from "@/lib/restatement/effect/model";
import { reachOf, restated, type Subject } from "@/lib/restatement/model";
import { entered } from "@/tests/factories/facts";
import { orgUnit } from "@/tests/factories/tree";
import { published, world, years } from "./effect-world";

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
