import type { KpiYear } from "@/lib/figure/model";

/** The year an address names, or null: four digits and nothing else. */
export function yearFrom(text: string | string[] | undefined): number | null {
  return typeof text === "string" && /^[12]\d{3}$/.test(text) ? Number(text) : null;
}

/** Years whose figure was worked out backwards from other printed ones. */
export function derivedYears(kpi: KpiYear): number[] {
  return kpi.figures.filter((figure) => figure.origin === "derived").map((figure) => figure.year);
}

/** "2019–2022" where no year between is left out, else each of them. */
export function yearsText(years: number[]): string {
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  return years.length > 2 && last - first === years.length - 1 ? `${first}–${last}` : years.join(", ");
}
