import { describe, expect, it } from "vitest";
import { rowsOf } from "@/components/charts/rows";
import { chartWords } from "@/components/charts/words-of";
import { descriptionOf } from "@/lib/chart/description/model";
import type { ChartKind } from "@/lib/chart/kind/model";
import { chartOf } from "@/lib/chart/model";
import type { KpiYear } from "@/lib/figure/model";
import { figure, kpi } from "@/tests/factories/year-view";

const figures = [2020, 2021, 2022, 2023].map((year) => figure(year, String(year - 2010)));
const broken = kpi({
  code: "a",
  figures,
  breaks: [
    { year: 2020, kind: "scopeChange", note: "Before the window's second year there is nothing to part." },
    { year: 2022, kind: "methodChange", note: "Nye målere." },
  ],
});
const chart = (kind: ChartKind, ...kpis: [KpiYear, ...KpiYear[]]) =>
  chartOf(kind, kpis, { title: "T", subtitle: "t", tone: "producer", note: "Kilde: os." }, "da", chartWords("da"));

describe("a series break in a chart", () => {
  it("leaves a gap in the line, which nothing bridges", () => {
    const { lines, rows } = rowsOf(chart("line", broken));
    const columns = lines.map(({ key }) => rows.filter((row) => row[key] !== undefined).map(({ column }) => column));
    expect(columns).toEqual([
      ["2020", "2021"],
      ["2022", "2023"],
    ]);
    expect(rowsOf(chart("line", kpi({ code: "b", figures }))).lines).toHaveLength(1);
  });

  it("is drawn in its year with its kind, said in the note, and read aloud", () => {
    const spec = chart("bar", broken);
    expect(spec.breaks).toEqual([{ year: 2022, label: "ny metode" }]);
    expect(spec.note).toBe("Kilde: os. Brud 2022, ny metode: Nye målere.");
    expect(descriptionOf(spec)).toMatch(/2022: ny metode\.$/);
  });

  it("of several series counts for all of them, once", () => {
    const other = kpi({ code: "c", figures, breaks: [{ year: 2022, kind: "methodChange", note: "Nye målere." }] });
    expect(chart("line", broken, other).breaks).toHaveLength(1);
    expect(rowsOf(chart("line", kpi({ code: "b", figures }), other)).lines).toHaveLength(4);
  });
});
