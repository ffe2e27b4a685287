/**
 * Every kind of drawing a report's chart block may be set to, in the order a form offers them:
 * bars, lines, or a split's two parts by year; several KPIs as groups of bars, or as parts of one bar; the change from
 * the year before by its drivers or by its parts; figures against their targets; one KPI for each org unit.
 */
export const chartKinds = ["bar", "line", "split", "grouped", "stacked", "waterfall", "bullet", "units"] as const;

/** A kind of drawing. */
export type ChartKind = (typeof chartKinds)[number];

/** Kinds that need the whole width of the text, whatever they show. */
export const wideKinds: readonly ChartKind[] = ["grouped", "stacked", "waterfall", "bullet", "units"];
