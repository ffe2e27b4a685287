import type { Locale } from "@/lib/language/model";
import { timeZone } from "@/lib/language/model";
import { formatDate, formatDecimal, formatTime } from "@/lib/number/format";
import { plain, noteOf, type CellContent } from "@/lib/value/model";
import type { Refused } from "@/lib/value/draft/model";
import type { Question } from "@/lib/value/question/model";
import { writeCell } from "@/lib/value/reading/model";
import { fill, type EntryWords } from "./words";
import type { RowView } from "./view";

/** When something was stored: by the hour today, else the day. */
export function whenSaved(at: string | null, today: string, locale: Locale): string {
  if (!at) return "";
  const date = new Date(at);
  return dayOf(date) === today ? formatTime(date, locale) : formatDate(date, locale);
}

/** The day in Copenhagen, as ISO. */
export function dayOf(date: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(date);
}

/** Why a text was refused, in words. */
export function refusalText({ code, text, suggestions, limit }: Refused, words: EntryWords, locale: Locale): string {
  const either = new Intl.ListFormat(locale, { type: "disjunction" }).format(suggestions);
  return fill(words.refusal[code], { text, suggestions: either, limit: limit === null ? "" : formatDecimal(limit, locale) });
}

/** A question about a figure, in words, and the figure it proposes. */
export function questionText(question: Question, row: RowView, content: CellContent, year: number, words: EntryWords, locale: Locale): { text: string; suggestion: string | null } {
  const values = { text: writeCell(content, locale), year: year - 1, before: row.lastYear ? writeCell(row.lastYear, locale) : "" };
  if (question.code !== "factor") return { text: fill(words.question[question.code], { ...values, percent: question.code === "change" ? formatDecimal(question.percent, locale) : "" }), suggestion: null };
  const { factor, than, suggestion } = question;
  return { text: fill(words.question[than], { ...values, factor: formatDecimal(String(factor), locale), part: words.question.part[`${factor}`] }), suggestion: formatDecimal(plain(suggestion)!, locale) };
}

/** A cell in a sentence: its figure or glyph; where two cells differ in words only, its words. */
export function inSentence(content: CellContent, other: CellContent, words: EntryWords, locale: Locale): string {
  const [figure, others] = [writeCell(content, locale), writeCell(other, locale)];
  if (figure !== others) return figure || words.conflict.emptied;
  const told = [content.status && words.glyph[content.status], content.source, noteOf(content)].filter(Boolean).join(", ");
  return told ? `${figure} (${told})` : figure || words.conflict.emptied;
}
