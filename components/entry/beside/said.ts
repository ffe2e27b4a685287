import { fill } from "@/components/entry/words";
import type { Locale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";
import type { CellFigure } from "@/lib/value/model";
import { withLabel } from "@/lib/unit-of-measure/model";
import { carriesFigure } from "@/lib/value/model";
import { writeCell } from "@/lib/value/reading/model";
import type { BesideWords } from "./words";

/** Words, language and unit of measure: what everything beside a value is said with. */
export type Said = { words: BesideWords; locale: Locale; unitOfMeasure: string };

/** Day and time of an act. */
export function whenSaid(at: string, locale: Locale): string {
  const date = new Date(at);
  return `${formatDate(date, locale)} ${formatTime(date, locale)}`;
}

/** A person's present name, or that there is none any more. */
export function whoSaid(by: string, words: BesideWords): string {
  return by || words.erased;
}

/** A cell in a sentence: "7,92 t", "7,92 t (skøn)", "afventer", "tomt felt". */
export function figureSaid(figure: CellFigure, { words, locale, unitOfMeasure }: Said): string {
  if (figure.status === null) return words.history.emptyCell;
  const status = words.status[figure.status].toLocaleLowerCase(locale);
  if (!carriesFigure(figure.status)) return status;
  const amount = withLabel(writeCell(figure, locale), unitOfMeasure);
  return figure.status === "estimated" ? `${amount} (${status})` : amount;
}

/** Bytes as people say them: "12 kB", "1,4 MB". */
export function sizeSaid(bytes: number, locale: Locale): string {
  const inMega = bytes >= 1_000_000;
  const amount = new Intl.NumberFormat(locale, { maximumFractionDigits: inMega ? 1 : 0 }).format(
    inMega ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1_000)),
  );
  return `${amount} ${inMega ? "MB" : "kB"}`;
}

/** One or several, in words. */
export function countSaid(count: number, one: string, several: string): string {
  return count === 1 ? one : fill(several, { count });
}
