import type { Drawing } from "@/lib/chart/drawing/model";
import type { ChartKind } from "@/lib/chart/kind/model";
import type { ChartSeries, ChartSpec } from "@/lib/chart/model";
import { assembleReport } from "@/lib/report/model";
import { specOf, type PanelParts } from "@/lib/report/panel/model";
import type { KpiYear, TargetView } from "@/lib/figure/model";
import { figure, kpi, yearView } from "../../factories/year-view";

/** Years of the figures. */
export const years = [2019, 2020, 2021, 2022, 2023];
/** A figure for each year. */
export type Amounts = (string | null)[];
/** A KPI of these figures. */
export const of = (
  code: string,
  amounts: Amounts,
  rest: Partial<Omit<KpiYear, "target" | "code">> & { target?: TargetView } = {},
) => kpi({ code, shortName: code, figures: amounts.map((amount, index) => figure(years[index]!, amount)), ...rest });
/** Nothing but the organisation's own figures. */
export const noParts: PanelParts = { drivers: {}, orgUnits: {} };

/** The chart of these KPIs. */
export function made(kind: ChartKind, kpis: [KpiYear, ...KpiYear[]], parts = noParts): ChartSpec | null {
  const report = { year: 2023, title: "", subtitle: "", sections: [] };
  return specOf(
    { kind, kpis: kpis.map(({ code }) => code) },
    kpis,
    assembleReport(report, yearView(kpis), parts),
    "da",
    { title: "T", pillarCode: null },
  );
}
/** Every text of a drawing. */
export const texts = ({ shapes }: Drawing) => shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
/** Figures as a series of their own. */
export const series = (code: string, amounts: Amounts): ChartSeries => ({
  ...{ code, name: code, unitOfMeasure: "" },
  points: of(code, amounts).figures.map(({ year, amount }) => ({
    ...{ year, at: amount === null ? null : Number(amount), label: amount ?? "skjult: få personer" },
    ...{ isEstimated: false, isExample: false },
  })),
});
