import type { Figure, FigureStatus, TargetView } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import daFigure from "@/lib/language/messages/da/figure.json";
import daReport from "@/lib/language/messages/da/report.json";
import enFigure from "@/lib/language/messages/en/figure.json";
import enReport from "@/lib/language/messages/en/report.json";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** Words of the report and of figures, in one language; read straight from the messages, since a report prints them by the hundred and exports have no page. */
export type ReportWords = { report: typeof daReport; figure: typeof daFigure };

const words: Record<Locale, ReportWords> = {
  da: { report: daReport, figure: daFigure },
  en: { report: enReport, figure: enFigure },
};

/** The words of a language. */
export function reportWords(locale: Locale): ReportWords {
  return words[locale];
}

/** Puts values into a text's {places}. */
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The status a reader sees: what cannot be calculated for want of inputs is missing. */
export function shownStatus(figure: Figure): FigureStatus {
  const hasFigure = figure.amount !== null || figure.split !== null;
  return !hasFigure && (figure.status === "reported" || figure.status === "estimated") ? "missing" : figure.status;
}

/** A cell of the appendix as text, without its marks: "1.707", "27/73", or the glyph of a value that is not there. */
export function cellText(figure: Figure, locale: Locale): string {
  if (figure.split) return formatSplit(figure.split, locale);
  if (figure.amount !== null) return formatDecimal(figure.amount, locale, { decimals: figure.decimals });
  const status = shownStatus(figure);
  return status === "reported" || status === "estimated" ? "" : words[locale].figure.glyph[status];
}

/** How an annual report writes a unit of measure: in full, since nothing else tells the scale ("−100…+100", "indeks 0–100"). */
export function unitText(unitOfMeasure: string, locale: Locale): string {
  return unitLabel(unitOfMeasure, locale, "long");
}

/** A target as an annual report states it: "85", "<2,5", ">70", "20 %", "5 % reduktion", "60/40"; a dash for none. */
export function targetText(target: TargetView | null, locale: Locale, unitOfMeasure: string): string {
  const { reduction, noTarget } = words[locale].report.target;
  if (!target) return noTarget;
  if (target.kind === "split")
    return target.men === null || target.women === null
      ? noTarget
      : formatSplit({ men: target.men, women: target.women }, locale);
  if (target.amount === null) return noTarget;
  const amount = formatDecimal(target.amount, locale, { decimals: target.scale });
  if (target.kind === "reduction") return filled(reduction, { percent: amount });
  const limit = (target.kind === "above" ? ">" : target.kind === "below" ? "<" : "") + amount;
  return target.printsUnit ? `${limit} ${unitText(unitOfMeasure, locale)}` : limit;
}
