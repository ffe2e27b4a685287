import type { ChartSpec } from "@/lib/chart/model";

/** Name of the target's column: its year when that lies ahead, else its word, since the years' own columns are taken. */
export function targetColumn(spec: ChartSpec): string | null {
  if (!spec.target) return null;
  return spec.years.includes(spec.target.year) || spec.target.year < (spec.years[0] ?? 0)
    ? spec.words.target
    : String(spec.target.year);
}
