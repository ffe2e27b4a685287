import type { Change, Figure, TargetState, TargetView } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import type { DecimalText } from "@/lib/number/model";
import { cellText, filled, reportWords, targetText } from "@/lib/report/notation/model";
import { unitLabel } from "@/lib/unit-of-measure/model";
import type { Reference } from "../model";

/** How figures, changes, targets and states are written into a sentence of one language. */
export type ReferenceFormat = {
  /** With its unit of measure where one is given. */
  value: (figure: Figure, unitOfMeasure: string | null) => string;
  change: (change: Change & { comparable: true }, as: { isSigned: boolean; isBare: boolean }) => string;
  target: (target: TargetView, unitOfMeasure: string, style: Reference["style"]) => string;
  state: (state: TargetState) => string;
  percent: (amount: DecimalText, isBare: boolean) => string;
};

/** The way of a language: "10 %", "+0,9 pp.", "2 point"; without a sign only the amount is written. */
export function referenceFormat(locale: Locale): ReferenceFormat {
  const { figure: words, report } = reportWords(locale);
  const percent = (amount: string, isBare: boolean) => (isBare ? amount : filled(words.percent, { amount }));
  return {
    value: (figure, unitOfMeasure) =>
      unitOfMeasure === null
        ? cellText(figure, locale)
        : `${cellText(figure, locale)} ${unitLabel(unitOfMeasure, locale)}`,
    change: (change, { isSigned, isBare }) => {
      const exact = change.statedIn === "percent" ? (change.relative ?? "0") : change.absolute;
      const amount = isSigned
        ? formatDecimal(exact, locale, { sign: true })
        : formatDecimal(exact.replace("-", ""), locale);
      if (change.statedIn === "percent") return percent(amount, isBare);
      return isBare ? amount : filled(change.statedIn === "points" ? words.points : words.percentagePoints, { amount });
    },
    target: (target, unitOfMeasure, style) =>
      style === "bare" && target.amount !== null
        ? formatDecimal(target.amount, locale, { decimals: target.scale })
        : style === "unit" && target.amount !== null && target.kind !== "reduction" && !target.printsUnit
          ? `${targetText(target, locale, unitOfMeasure)} ${unitLabel(unitOfMeasure, locale)}`
          : targetText(target, locale, unitOfMeasure),
    state: (state) => report.state[state],
    percent: (amount, isBare) => percent(formatDecimal(amount, locale), isBare),
  };
}
