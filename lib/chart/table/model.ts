import type { ChartSeries, ChartSpec } from "@/lib/chart/model";
import type { Locale } from "@/lib/language/model";

/** The chart's figures as rows: a heading row, then one row per series, years ascending; of a waterfall its steps, of figures held against targets those too. */
export function tableOf(spec: ChartSpec): { head: string[]; rows: string[][] } {
  if (spec.steps) {
    const hasHow = spec.steps.some(({ how }) => how !== "");
    return {
      head: ["", ...(hasHow ? [""] : []), spec.subtitle],
      rows: spec.steps.map(({ name, how, label }) => [name, ...(hasHow ? [how] : []), label]),
    };
  }
  const hasGoals = spec.series.some(({ goal }) => goal !== undefined);
  const named = ({ name, unitOfMeasure }: ChartSeries) => (unitOfMeasure ? `${name} (${unitOfMeasure})` : name);
  const totalIn = (year: number) => spec.totals?.find((one) => one.year === year)?.label ?? "";
  return {
    head: ["", ...spec.years.map(String), ...(hasGoals ? [spec.words.target] : [])],
    rows: [
      ...spec.series.map((series) => [
        named(series),
        ...series.points.map(({ label }) => label),
        ...(hasGoals ? [series.goal?.level ? `${series.goal.level.label} (${series.goal.level.year})` : ""] : []),
      ]),
      ...(spec.totals?.length ? [[spec.words.total, ...spec.years.map(totalIn)]] : []),
    ],
  };
}

/** The same as comma-separated values in the form the language's spreadsheets open without asking: semicolons for Danish. */
export function csvOf(spec: ChartSpec): string {
  const { head, rows } = tableOf(spec);
  return rowsCsv([[spec.title], [spec.subtitle], head, ...rows], spec.locale);
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
