import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countChanges, countStates, headlineOf, pillarGroups, summarise } from "@/lib/dashboard/model";
import { leadingAndTrailing } from "@/lib/dashboard/pillar/model";
import type { Judgement, TargetState } from "@/lib/figure/model";
import { change, figure, kpi, target, yearView } from "../../factories/year-view";

const states: TargetState[] = ["met", "missed", "alreadyMet", "onTrack", "behind", "baseline", "noTarget", "noData"];
const judgements: Judgement[] = ["better", "worse", "unchanged", "neutral"];
const some = (count: number, of: Parameters<typeof kpi>[0]) =>
  Array.from({ length: count }, (_, index) => kpi({ ...of, code: `${of.code}${index}` }));

describe("a year's summary", () => {
  it("counts reached among the targets that could be judged", () => {
    const kpis = [
      ...some(15, { code: "a", state: "alreadyMet", target: target(), change: change("better", "5") }),
      ...some(12, { code: "b", state: "behind", target: target(), change: change("worse", "5") }),
      ...some(4, { code: "c", state: "baseline", target: target({ kind: "reduction" }) }),
      ...some(3, { code: "d", state: "noData", target: target(), change: { comparable: false, why: "noCurrent" } }),
      ...some(9, { code: "e", state: "noTarget", change: change("neutral", "5") }),
    ];
    const summary = summarise(kpis);
    expect([summary.reached, summary.judged, summary.comparable, summary.targetYear]).toEqual([15, 27, 31, 2024]);
    expect(headlineOf(kpis, summary, false)).toEqual({ kind: "mixed", reached: 15, judged: 27, worse: 12 });
  });

  it("names no target year when targets are for several", () => {
    expect(
      summarise([
        kpi({ code: "a", state: "behind", target: target({ year: 2024 }) }),
        kpi({ code: "b", state: "behind", target: target({ year: 2030 }) }),
      ]).targetYear,
    ).toBeNull();
  });

  it("puts every KPI in exactly one state and one change", () => {
    const rows = fc.array(
      fc.record({ state: fc.constantFrom(...states), judgement: fc.option(fc.constantFrom(...judgements)) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const kpis = drawn.map(({ state, judgement }, index) =>
          kpi({
            code: String(index),
            state,
            change: judgement ? change(judgement, "1") : { comparable: false, why: "noPrevious" },
          }),
        );
        const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);
        expect(total(countStates(kpis))).toBe(kpis.length);
        expect(total(countChanges(kpis))).toBe(kpis.length);
        const { reached, judged } = summarise(kpis);
        expect(reached).toBeLessThanOrEqual(judged);
        expect(judged).toBe(
          drawn.filter(({ state }) => ["met", "missed", "alreadyMet", "onTrack", "behind"].includes(state)).length,
        );
      }),
    );
  });
});

describe("the headline", () => {
  const reached = kpi({ code: "a", state: "met", target: target(), change: change("better", "1") });
  const worse = kpi({ code: "b", state: "met", target: target(), change: change("worse", "1") });
  const said = (kpis: (typeof reached)[], isCollecting = false) => headlineOf(kpis, summarise(kpis), isCollecting).kind;

  it("follows from the numbers", () => {
    expect(said([reached])).toBe("noneWorse");
    expect(said([reached, worse])).toBe("allReached");
    expect(said([reached, worse, kpi({ code: "c", state: "behind", target: target() })])).toBe("mixed");
    expect(said([kpi({ code: "c", change: change("worse", "1") })])).toBe("changesOnly");
  });

  it("gives no verdict on a year without a comparison, or still collected", () => {
    const lone = kpi({
      code: "a",
      state: "met",
      target: target(),
      change: { comparable: false, why: "coverageChanged" },
    });
    const empty = kpi({ code: "b", figures: [figure(2023, null)], change: { comparable: false, why: "noCurrent" } });
    expect(headlineOf([lone, empty], summarise([lone, empty]), false)).toEqual({
      kind: "collecting",
      known: 1,
      total: 2,
    });
    expect(said([reached, worse], true)).toBe("collecting");
  });
});

describe("pillars", () => {
  const better = (code: string, pillarCode: string) =>
    kpi({ code, pillarCode, state: "met", target: target(), change: change("better", "1") });
  const worse = (code: string, pillarCode: string) =>
    kpi({ code, pillarCode, state: "missed", target: target(), change: change("worse", "1") });

  it("keep their own order of KPIs, and leave out what they do not list", () => {
    const view = yearView([kpi({ code: "a" }), kpi({ code: "b" }), kpi({ code: "c", pillarCode: null })]);
    view.pillars[0]!.kpiCodes = ["b", "a", "gone"];
    expect(pillarGroups(view).map((group) => group.kpis.map((row) => row.code))).toEqual([["b", "a"]]);
  });

  it("lead by the share of targets reached, and trail by what became worse", () => {
    const groups = pillarGroups(
      yearView([
        better("a", "one"),
        better("b", "one"),
        worse("c", "one"),
        better("d", "two"),
        worse("e", "two"),
        worse("f", "two"),
        worse("g", "two"),
      ]),
    );
    expect(leadingAndTrailing(groups)).toMatchObject({
      leading: { pillar: { code: "one" }, reached: 2, judged: 3 },
      trailing: { pillar: { code: "two" }, worse: 3 },
    });
  });

  it("neither lead nor trail without enough to say", () => {
    expect(leadingAndTrailing(pillarGroups(yearView([better("a", "one")])))).toEqual({ leading: null, trailing: null });
  });
});
