import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf } from "@/components/charts/rows";
import { chartWords } from "@/components/charts/words-of";
import { wrapped } from "@/lib/chart/wrap/model";
import { targetColumn } from "@/lib/chart/column/model";
import { descriptionOf } from "@/lib/chart/description/model";
import type { ChartKind } from "@/lib/chart/kind/model";
import { chartOf } from "@/lib/chart/model";
import { niceScale, runsOf, scaleOf } from "@/lib/chart/scale/model";
import { csvOf, tableOf } from "@/lib/chart/table/model";
import type { KpiYear } from "@/lib/figure/model";
import { figure, kpi, target } from "../../factories/year-view";

const scope2 = kpi({
  code: "scope2",
  shortName: "Scope 2",
  figures: [
    figure(2019, "734"),
    figure(2020, null, { status: "notMeasured" }),
    figure(2021, "628"),
    figure(2022, "652"),
    figure(2023, "1719.5", { status: "estimated" }),
  ],
});
const chart = (kind: ChartKind, ...kpis: [KpiYear, ...KpiYear[]]) =>
  chartOf(kind, kpis, { title: "Scope 2 steg", subtitle: "t", tone: "producer" }, "da", chartWords("da"));

describe("a chart's series", () => {
  it("place a mark only where there is a figure, and say why there is none", () => {
    const [series] = chart("bar", scope2).series;
    expect(series?.points.map(({ year, at, label, isEstimated }) => [year, at, label, isEstimated])).toEqual([
      [2019, 734, "734", false],
      [2020, null, "ikke målt", false],
      [2021, 628, "628", false],
      [2022, 652, "652", false],
      [2023, 1719.5, "1.719,5", true],
    ]);
  });

  it("keep the printed digits, not the number's", () => {
    const [series] = chart("bar", kpi({ code: "a", figures: [figure(2022, "0.60"), figure(2023, "0.90")] })).series;
    expect(series?.points.map((point) => point.label)).toEqual(["0,60", "0,90"]);
  });

  it("of a split are women's share, labelled as printed", () => {
    const split = kpi({
      code: "s",
      valueKind: "split",
      figures: [figure(2023, null, { status: "reported", split: { men: "27", women: "73" } })],
      target: target({ kind: "split", amount: null, limit: "25", men: "25", women: "75" }),
    });
    const spec = chart("split", split);
    expect(spec.series[0]?.points[0]).toMatchObject({ at: 73, label: "27/73" });
    expect(spec.target).toEqual({ year: 2024, at: 75, label: "mål 25/75" });
    expect(rowsOf(spec).rows).toEqual([{ column: "2023", "at-0": 73, "rest-0": 27 }, { column: "2024" }]);
  });

  it("draw a benchmark in its year, and none outside the window", () => {
    const spec = chart("bar", {
      ...scope2,
      benchmarks: [
        { year: 2023, label: "Branchen", amount: "14.5" },
        { year: 2010, label: "Før", amount: "1" },
      ],
    });
    expect(spec.benchmarks).toEqual([{ year: 2023, at: 14.5, label: "Branchen 14,5" }]);
  });
});

describe("a line", () => {
  it("is never drawn over a year without a figure, and dashed towards an estimate", () => {
    const runs = runsOf(chart("line", scope2).series[0]!.points);
    expect(runs.map((run) => [run.isDashed, ...run.points.map((point) => point.year)])).toEqual([
      [false, 2021, 2022],
      [true, 2022, 2023],
    ]);
  });

  it("never bridges, whatever is missing", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ known: fc.boolean(), estimated: fc.boolean() }), { maxLength: 12 }), (drawn) => {
        const points = drawn.map(({ known, estimated }, index) => ({
          year: 2000 + index,
          at: known ? index : null,
          label: "",
          isEstimated: known && estimated,
          isExample: false,
        }));
        for (const run of runsOf(points)) {
          const years = run.points.map((point) => point.year);
          expect(run.points.every((point) => point.at !== null)).toBe(true);
          expect(years).toEqual(years.map((_, index) => years[0]! + index));
          expect(run.points.slice(1).every((point) => point.isEstimated === run.isDashed)).toBe(true);
        }
      }),
    );
  });
});

describe("the axis", () => {
  it("starts bars at zero and may start a line near its figures", () => {
    const close = kpi({ code: "a", figures: [figure(2022, "90"), figure(2023, "92")] });
    expect(scaleOf(chart("bar", close)).minimum).toBe(0);
    expect(scaleOf(chart("line", close)).minimum).toBeGreaterThan(0);
    expect(scaleOf(chart("line", kpi({ code: "b", figures: [figure(2022, "30"), figure(2023, "92")] }))).minimum).toBe(
      0,
    );
  });

  it("holds every value between round ends, in few steps", () => {
    const number = fc.integer({ min: -1e8, max: 1e8 }).map((whole) => whole / 1000);
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { minimum, maximum, ticks } = niceScale(low, high);
        const slack = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
        expect(minimum).toBeLessThanOrEqual(low + slack);
        expect(maximum).toBeGreaterThanOrEqual(high - slack);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(8);
        expect(ticks.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it("is drawn even when there is nothing to place", () => {
    expect(scaleOf(chart("bar", kpi({ code: "a", figures: [figure(2023, null)] })))).toEqual({
      minimum: 0,
      maximum: 1,
      ticks: [0],
    });
  });
});

describe("the target's column", () => {
  it("is its year ahead, else its word", () => {
    expect(targetColumn(chart("bar", { ...scope2, target: { state: "behind", rule: null, target: target() } }))).toBe(
      "2024",
    );
    expect(
      targetColumn(
        chart("bar", { ...scope2, target: { state: "missed", rule: null, target: target({ year: 2023 }) } }),
      ),
    ).toBe("mål");
    expect(targetColumn(chart("bar", scope2))).toBeNull();
  });
});

describe("the figures in words and cells", () => {
  it("name every year, with what an estimate is", () => {
    expect(descriptionOf(chart("bar", scope2))).toBe(
      "Scope 2 steg. t. 2019 734, 2020 ikke målt, 2021 628, 2022 652, 2023 1.719,5 (skøn).",
    );
    expect(tableOf(chart("bar", scope2)).rows).toEqual([["Scope 2 (t)", "734", "ikke målt", "628", "652", "1.719,5"]]);
  });

  it("are a file spreadsheets of the language open, in which nothing becomes a formula", () => {
    const csv = csvOf({ ...chart("bar", scope2), title: '=1+1;"x"', subtitle: "-5 % siden 2022" });
    expect(csv.split("\r\n").slice(0, 2)).toEqual(['\uFEFF"\'=1+1;""x"""', "'-5 % siden 2022"]);
    expect(csvOf({ ...chart("bar", kpi({ code: "a", figures: [figure(2023, "-5")] })), locale: "en" })).toContain(
      "a (t),−5",
    );
  });

  it("lose no word when wrapped", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 20 }), fc.integer({ min: 1, max: 40 }), (text, letters) => {
        expect(wrapped(text, letters).join(" ")).toBe(text);
      }),
    );
  });
});
