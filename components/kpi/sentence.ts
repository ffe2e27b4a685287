import { pointsOf } from "@/components/figure/change-mark";
import { fill, type FigureWords } from "@/components/figure/words";
import { printedText } from "@/components/figure/printed";
import type { Change, Figure, KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { unitLabel, withLabel } from "@/lib/unit-of-measure/model";

/** A figure with its unit of measure, as it stands in a sentence: "719 t", "27/73", "4 %". */
export function withUnit(figure: Figure, kpi: KpiYear, words: FigureWords, locale: Locale): string {
  const text = printedText(figure, words, locale);
  return kpi.valueKind === "split" ? text : inSentence(text, kpi, locale);
}

/** The absolute change with its unit of measure: "67 t", "3 procentpoint". */
export function differenceText(
  change: Change & { comparable: true },
  kpi: KpiYear,
  stated: Stated,
  locale: Locale,
): string {
  const amount = formatDecimal(change.absolute.replace("-", ""), locale);
  if (change.statedIn === "percent") return inSentence(amount, kpi, locale);
  return fill(change.statedIn === "points" ? pointsOf(change, stated) : stated.percentagePoints, { amount });
}

/** How the three ways of stating a change are written in a sentence. */
export type Stated = { percent: string; percentagePoints: string; points: string; point: string };

/** The size of a change in a sentence: in percent where people state it so, else as a difference. */
export function sizeText(change: Change & { comparable: true }, kpi: KpiYear, stated: Stated, locale: Locale): string {
  if (change.statedIn !== "percent") return differenceText(change, kpi, stated, locale);
  if (change.relative === null) return differenceText(change, kpi, stated, locale);
  const isTiny = /^-?0$/.test(change.relative);
  return fill(stated.percent, { amount: isTiny ? "<1" : formatDecimal(change.relative.replace("-", ""), locale) });
}

/** A name as the subject of a sentence: one with a comma in it takes another at its end. */
export function asSubject(name: string): string {
  return name.includes(",") ? `${name},` : name;
}

function inSentence(amount: string, kpi: KpiYear, locale: Locale): string {
  return withLabel(amount, unitLabel(kpi.unitOfMeasure, locale));
}

/** What a figure rests on, as the end of a sentence that has a full stop of its own: ": varmen er forbruget i 2022". */
export function basisInSentence({ basis }: Figure): string {
  const text = basis.replace(/\.$/, "");
  return text === "" ? "" : `: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
