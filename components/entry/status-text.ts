import { remarkIn, type Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { plain, noteIn, type CellContent, type CellFigure } from "@/lib/value/model";
import type { Refused } from "@/lib/value/draft/model";
import type { Question } from "@/lib/value/question/model";
import { writeCell } from "@/lib/value/reading/model";
import { fill, type EntryWords } from "./words";

/** A sentence and what is put into it, so that the figures can be set off. */
export type Told = { text: string; values: Record<string, string | number> };

/** Why a text was refused. */
export function refusalTold({ code, text, suggestions, limit }: Refused, words: EntryWords, locale: Locale): Told {
  const either = new Intl.ListFormat(locale, { type: "disjunction" }).format(suggestions);
  return {
    text: fill(words.refusal[code], { suggestions: either, limit: limit === null ? "" : formatDecimal(limit, locale) }),
    values: { text },
  };
}

/** A question about a figure, and the figure it proposes. */
export function questionTold(
  question: Question,
  lastYear: CellFigure | null,
  content: CellContent,
  year: number,
  { question: say }: EntryWords,
  locale: Locale,
): Told & { suggestion: string | null } {
  const values = { text: writeCell(content, locale) };
  const told = { year: year - 1, before: lastYear ? writeCell(lastYear, locale) : "" };
  if (question.code === "factor") {
    const { factor, than, suggestion } = question;
    const sentence = fill(than === "more" ? say.muchMore : say.muchLess, {
      ...told,
      factor: formatDecimal(String(factor), locale),
      part: say.part[`${factor}`],
    });
    return { text: sentence, values, suggestion: formatDecimal(plain(suggestion)!, locale) };
  }
  if (question.code === "change")
    return {
      text: fill(say[question.than], { ...told, percent: formatDecimal(question.percent, locale) }),
      values,
      suggestion: null,
    };
  if (question.code === "sign")
    return { text: fill(question.than === "less" ? say.negative : say.positive, told), values, suggestion: null };
  if (question.code === "part") {
    const other = { other: question.other, amount: formatDecimal(question.amount, locale) };
    return {
      text: fill(question.isWhole ? say.wholeUnder : say.partOver, { ...told, ...other }),
      values,
      suggestion: null,
    };
  }
  return { text: fill(say[question.code], told), values, suggestion: null };
}

/** A cell in a sentence: its figure or glyph; where two cells differ in words only, its words. */
export function inSentence(content: CellContent, other: CellContent, words: EntryWords, locale: Locale): string {
  const [figure, others] = [writeCell(content, locale), writeCell(other, locale)];
  if (figure !== others) return figure || words.conflict.emptied;
  const told = [
    content.status && words.glyph[content.status],
    remarkIn(content.source, locale),
    noteIn(content, locale),
  ]
    .filter(Boolean)
    .join(", ");
  return told ? `${figure} (${told})` : figure || words.conflict.emptied;
}
