import { targetColumn } from "@/lib/chart/column/model";
import { runsOf } from "@/lib/chart/scale/model";
import type { ChartSpec } from "@/lib/chart/model";

/** A column of the drawing: a year, or the target's place beside the years. Numbers stand under the keys of the lines and bars. */
export type Row = { column: string } & Record<string, string | number | null>;

/** A line to draw: one run of one series. */
export type LineKey = { key: string; series: number; isDashed: boolean };

/** The drawing's columns, and the keys of its lines. */
export function rowsOf(spec: ChartSpec): { rows: Row[]; lines: LineKey[] } {
  const rows = new Map<string, Row>(spec.years.map((year) => [String(year), { column: String(year) }]));
  const lines: LineKey[] = [];
  for (const [index, series] of spec.series.entries()) {
    for (const point of series.points) {
      const row = rows.get(String(point.year));
      if (!row) continue;
      row[`at-${index}`] = point.at;
      // A split's other part fills the column to a hundred.
      if (spec.kind === "split") row[`rest-${index}`] = point.at === null ? null : 100 - point.at;
    }
    if (spec.kind !== "line") continue;
    for (const [number, run] of runsOf(series.points, spec.breaks).entries()) {
      const key = `run-${index}-${number}`;
      lines.push({ key, series: index, isDashed: run.isDashed });
      for (const point of run.points) {
        const row = rows.get(String(point.year));
        if (row) row[key] = point.at;
      }
    }
  }
  const target = targetColumn(spec);
  return { rows: target === null ? [...rows.values()] : [...rows.values(), { column: target }], lines };
}
