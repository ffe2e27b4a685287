import { describe, expect, it } from "vitest";
import { comparableFigures, findingOf, longRun } from "@/lib/kpi-finding/model";
import { familyName, relationsOf, tableRows } from "@/lib/kpi-relation/model";
import { searchKpis } from "@/lib/kpi-search/model";
import { change, figure, kpi } from "../../factories/year-view";

describe("the finding", () => {
  it.each([
    ["rose", kpi({ code: "a", change: change("worse", "10") })],
    ["fell", kpi({ code: "a", change: change("better", "-10") })],
    ["unchanged", kpi({ code: "a" })],
    ["roseFromZero", kpi({ code: "a", change: change("worse", null) })],
    ["split", kpi({ code: "a", valueKind: "split", change: change("better", "42") })],
    ["newSeries", kpi({ code: "a", change: { comparable: false, why: "newSeries" } })],
    ["seriesEnded", kpi({ code: "a", change: { comparable: false, why: "seriesEnded" } })],
    ["coverageChanged", kpi({ code: "a", change: { comparable: false, why: "coverageChanged" } })],
    ["first", kpi({ code: "a", change: { comparable: false, why: "noPrevious" } })],
    [
      "pending",
      kpi({
        code: "a",
        figures: [figure(2023, null, { status: "pending" })],
        change: { comparable: false, why: "noCurrent" },
      }),
    ],
    ["missing", kpi({ code: "a", figures: [figure(2023, null)], change: { comparable: false, why: "noCurrent" } })],
  ])("is %s", (finding, row) => expect(findingOf(row)).toBe(finding));
});

describe("the long run", () => {
  const run = (...amounts: (string | null)[]) => longRun(amounts.map((amount, index) => figure(2019 + index, amount)));

  it("compares the latest with all before, else with the first", () => {
    expect(run("734", "738", "628", "652", "719")).toEqual({ kind: "below", since: 2019 });
    expect(run("1", "2", "3")).toEqual({ kind: "highest", since: 2019 });
    expect(run("3", "2", "1")).toEqual({ kind: "lowest", since: 2019 });
    expect(run("9", "10")).toEqual({ kind: "highest", since: 2019 });
    expect(run("2", "3", "2")).toEqual({ kind: "same", since: 2019 });
    expect(run("100", "100.0")).toEqual({ kind: "same", since: 2019 });
    expect(run(null, "29", "31")).toEqual({ kind: "highest", since: 2020 });
  });

  it("says nothing without a figure now or before", () => {
    expect([run("1", null), run(null, "1"), run()].map(({ kind }) => kind)).toEqual(["none", "none", "none"]);
  });
});

describe("relations", () => {
  const parent = kpi({ code: "scope2", shortName: "Scope 2, lokationsbaseret" });
  const sibling = kpi({ code: "scope2-market", shortName: "Scope 2, markedsbaseret" });
  const child = kpi({
    code: "scope2-intensity",
    shortName: "Scope 2, lokation, ift. omsætning",
    unitOfMeasure: "t/mDKK",
    parentCode: "scope2",
    formula: { kind: "ratio", inputs: ["scope2", "revenue"], factors: [], text: null },
  });
  const revenue = kpi({ code: "revenue", shortName: "Omsætning", unitOfMeasure: "mDKK", pillarCode: null });
  const view = { kpis: [parent, child, sibling], base: [revenue] };

  it("are found both ways", () => {
    expect(relationsOf(view, "scope2")).toMatchObject({
      parent: null,
      children: [child],
      family: [sibling],
      inputs: [],
      usedBy: [],
    });
    expect(relationsOf(view, "scope2-intensity")).toMatchObject({ parent, inputs: [parent, revenue], family: [] });
    expect(relationsOf(view, "revenue")).toMatchObject({ usedBy: [child] });
    expect(relationsOf(view, "constructor")).toBeNull();
  });

  it("are in the table once each, the KPI itself first", () => {
    expect(tableRows(relationsOf(view, "scope2-intensity")!).map((row) => row.code)).toEqual([
      "scope2-intensity",
      "scope2",
      "revenue",
    ]);
  });

  it("share a family name up to the comma", () => {
    expect([familyName(parent), familyName({ shortName: "Strøm" })]).toEqual(["Scope 2", null]);
  });

  it("search finds every word anywhere, in any case", () => {
    expect(searchKpis([parent, child, sibling, revenue], " SCOPE  marked ", "da")).toEqual([sibling]);
    expect(searchKpis([parent, child], "", "da")).toHaveLength(2);
  });
});

describe("figures that can be held against the year's", () => {
  const of = (...covered: (string[] | null)[]) =>
    covered.map((names, index) => figure(2020 + index, "1", { coverage: names && { covered: names, of: 3 } }));
  const years = (figures: ReturnType<typeof of>, breaks: number[] = []) =>
    comparableFigures({
      figures,
      breaks: breaks.map((year) => ({ year, kind: "methodChange" as const, note: "New meters." })),
    }).map(({ year }) => year);

  it("cover the same org units, and lie on this side of a break", () => {
    expect(years(of(null, null, null))).toEqual([2020, 2021, 2022]);
    expect(years(of(null, ["A"], null))).toEqual([2020, 2022]);
    expect(years(of(null, null, ["A"]))).toEqual([2022]);
    expect(years(of(["A", "B"], ["A"], ["A", "B"]))).toEqual([2020, 2022]);
    expect(years(of(null, null, null), [2021])).toEqual([2021, 2022]);
    expect(years([])).toEqual([]);
  });
});
