import type { TidyRow } from "@/lib/export/model";

/** What differs from year to year; everything else of a row is the KPI's. */
type OfYear = "year" | "status" | "value" | "men" | "women" | "restated_from" | "restatement";

/** Of these, what most years have nothing to say of; a year without them has none. */
type Seldom = "men" | "women" | "restated_from" | "restatement";

/** A KPI with its years, ascending; the keys are the CSV's columns. */
export type KpiJson = Omit<TidyRow, OfYear> & {
  years: (Pick<TidyRow, Exclude<OfYear, Seldom>> & Partial<Pick<TidyRow, Seldom>>)[];
};

/** Tidy rows as JSON: each KPI once, with its years; figures stay texts, so that no reader rounds them. */
export function tidyJson(rows: TidyRow[]): string {
  const kpis = new Map<string, KpiJson>();
  for (const { year, status, value, men, women, restated_from, restatement, ...kpi } of rows) {
    const known = kpis.get(kpi.kpi) ?? { ...kpi, years: [] };
    const seldom = Object.entries({ men, women, restated_from, restatement }).filter(([, text]) => text !== "");
    known.years.push({ year, status, value, ...Object.fromEntries(seldom) });
    kpis.set(kpi.kpi, known);
  }
  return `${JSON.stringify([...kpis.values()])}\n`;
}
