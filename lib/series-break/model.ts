import type { BreakKind } from "@/lib/database/generated/enums";

/** Kinds of break, the gravest first. */
export const breakKinds = ["newSeries", "methodChange", "scopeChange"] as const satisfies readonly BreakKind[];

/**
 * A break in a KPI's series, in one language: from `year` on, figures are of another series (`newSeries`), come about
 * in another way (`methodChange`) or speak of something else (`scopeChange`), and are not held against earlier ones.
 */
export type SeriesBreakView = { year: number; kind: BreakKind; note: string };

/** The break between two years, the earlier not included: the latest of several. */
export function breakBetween<Break extends { year: number }>(
  breaks: readonly Break[],
  before: number,
  now: number,
): Break | null {
  return breaks.reduce<Break | null>(
    (latest, one) => (one.year > before && one.year <= now && (!latest || one.year > latest.year) ? one : latest),
    null,
  );
}

/** The figures that can be held against that of `year`: those since the last break before it. */
export function sinceBreak<Row extends { year: number }>(
  rows: readonly Row[],
  breaks: readonly { year: number }[],
  year: number,
): Row[] {
  const last = breakBetween(breaks, -Infinity, year);
  return last ? rows.filter((row) => row.year >= last.year) : [...rows];
}
