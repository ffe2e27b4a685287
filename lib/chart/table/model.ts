import type { ChartSpec } from "@/lib/chart/model";
import type { Locale } from "@/lib/language/model";

/** The chart's figures as rows: a heading row, then one row per series, years ascending. */
export function tableOf(spec: ChartSpec): { head: string[]; rows: string[][] } {
  const head = ["", ...spec.years.map(String)];
  return {
    head,
    rows: spec.series.map((series) => [
      series.unitOfMeasure ? `${series.name} (${series.unitOfMeasure})` : series.name,
      ...series.points.map((point) => point.label),
    ]),
  };
}

/** The same as comma-separated values in the form the language's spreadsheets open without asking: semicolons for Danish. */
export function csvOf(spec: ChartSpec): string {
  const { rows } = tableOf(spec);
  return rowsCsv([[spec.title], [spec.subtitle], ["", ...spec.years.map(String)], ...rows], spec.locale);
}

/** Rows of texts as comma-separated values, in the same form. */
export function rowsCsv(lines: readonly (readonly string[])[], locale: Locale): string {
  const separator = locale === "da" ? ";" : ",";
  // The mark tells spreadsheets that the text is UTF-8.
  return `\uFEFF${lines.map((line) => line.map((cell) => quoted(cell, separator)).join(separator)).join("\r\n")}\r\n`;
}

/** A text that begins like a formula stays text; a negative number stays a number. */
function quoted(cell: string, separator: string): string {
  const text = /^[=+@\t\r]/.test(cell) || /^-(?![\d.,]+$)/.test(cell) ? `'${cell}` : cell;
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
