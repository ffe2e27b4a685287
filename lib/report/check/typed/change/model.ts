import type { Change, KpiYear } from "@/lib/figure/model";
import { fraction, percentChange, round } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import { statedIn } from "@/lib/unit-of-measure/model";
import type { Draft } from "../../model";
import type { TypedNumber } from "../../number/model";

/** Words of a rise or a fall. */
export const moving =
  /(?:steg|stig|vokse|øge|(?<!af)fald|sank|reducer|mindre end|mere end|\bop\b|\bned\b|rose|rise|risen|grew|grow|increas|fell|fall|drop|decreas|\bup\b|\bdown\b|higher|lower|højere|lavere)/iu;

/** The reference that says a change to a year. */
export function changeReference(
  { code }: KpiYear,
  { moved }: Comparable,
  from: number,
  to: number,
  year: number,
): string {
  const at = to === year ? "" : ` ${to}`;
  return `{{kpi:${code}${at} ${moved === "down" ? "fall" : "rise"}${from === to - 1 ? "" : ` since ${from}`}}}`;
}

/** A change that can be stated. */
export type Comparable = Change & { comparable: true };

/** Its amount as people state it. */
export function amountOf({ statedIn: unit, relative, absolute: difference }: Comparable): DecimalText {
  return unit === "percent" ? (relative ?? "0") : difference;
}

/** How a KPI changed between two years; null where nothing can be said of it. */
export function changeOver(kpi: KpiYear, from: number, to: number, source: Draft["sources"]["da"]): Comparable | null {
  if (!source.years.includes(from) || from >= to) return null;
  const change = source.change(kpi, null, from, to);
  if (!change.comparable || change.moved === "level") return null;
  return change.statedIn === "percent" && change.relative === null ? null : change;
}

/** The change as printed figures would give it, rounded to whole per cent. */
export function fromRounded(kpi: KpiYear, from: number, to: number): DecimalText | null {
  const [before, now] = [from, to].map((year) => kpi.figures.find((one) => one.year === year)?.amount ?? null);
  if (!before || !now || statedIn(kpi.unitOfMeasure) !== "percent") return null;
  const percent = percentChange(fraction(before), fraction(now));
  return percent && round(percent, 0);
}

/** A change of a share or a score is said in points, of everything else in per cent. */
export function saysChange({ kind }: TypedNumber, { unitOfMeasure, valueKind }: KpiYear): boolean {
  if (valueKind === "split") return false;
  return kind === (statedIn(unitOfMeasure) === "percent" ? "percent" : "points");
}
