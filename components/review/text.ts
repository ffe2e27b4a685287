import { entryWords } from "@/components/entry/entry-words";
import { questionTold } from "@/components/entry/status-text";
import { fill } from "@/components/entry/words";
import { formatDecimal } from "@/lib/number/format";
import type { DecimalText } from "@/lib/number/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import type { UnusualFigure } from "@/lib/value/unusual/model";

/** A question about a figure, as a sentence. */
export function questionSaid({ question, lastYear, content }: UnusualFigure, year: number, locale: Locale): string {
  const { text, values } = questionTold(question, lastYear, content, year, entryWords[locale], locale);
  return fill(text, values);
}

/** The answer to a question, and by whom. */
export function answerSaid({ confirmed }: UnusualFigure, locale: Locale): string | null {
  return confirmed && `${remarkIn(confirmed.comment, locale)} (${confirmed.by})`;
}

/** A signed percentage: "+12", "−3", "0". */
export function signed(percent: DecimalText, locale: Locale): string {
  const text = formatDecimal(percent, locale);
  return /^[-−]/.test(text) || /^0([.,]0*)?$/.test(text) ? text.replace("-", "−") : `+${text}`;
}
