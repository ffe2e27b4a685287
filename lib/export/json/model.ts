import type { TidyRow } from "@/lib/export/model";

/** What differs from year to year; everything else of a row is the KPI's. */
type OfYear = "year" | "status" | "value" | "men" | "women" | "restated_from" | "restatement";

/** A KPI with its years, ascending; the keys are the CSV's columns. */
export type KpiJson = Omit<TidyRow, OfYear> & { years: Pick<TidyRow, OfYear>[] };

/** Tidy rows as JSON: each KPI once, with its years; figures stay texts, so that no reader rounds them. */
export function tidyJson(rows: TidyRow[]): string {
  const kpis = new Map<string, KpiJson>();
  for (const { year, status, value, men, women, restated_from, restatement, ...kpi } of rows) {
    const known = kpis.get(kpi.kpi) ?? { ...kpi, years: [] };
    known.years.push({ year, status, value, men, women, restated_from, restatement });
    kpis.set(kpi.kpi, known);
  }
  return `${JSON.stringify([...kpis.values()])}\n`;
}
