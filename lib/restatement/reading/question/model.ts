import type da from "@/lib/language/messages/da/value.json";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import type { CellContent, CellFigure } from "@/lib/value/model";
import type { Question } from "@/lib/value/question/model";
import { writeCell } from "@/lib/value/reading/model";

/** A question of the grid about a figure, as one sentence. */
export function questionText(
  question: Question,
  content: CellContent,
  lastYear: CellFigure | null,
  year: number,
  say: typeof da.question,
  locale: Locale,
): string {
  const told = {
    text: writeCell(content, locale),
    year: String(year - 1),
    before: lastYear ? writeCell(lastYear, locale) : "",
  };
  if (question.code === "factor")
    return filled(question.than === "more" ? say.muchMore : say.muchLess, {
      ...told,
      factor: formatDecimal(String(question.factor), locale),
      part: say.part[`${question.factor}`],
    });
  if (question.code === "change")
    return filled(say[question.than], { ...told, percent: formatDecimal(question.percent, locale) });
  if (question.code === "sign") return filled(question.than === "less" ? say.negative : say.positive, told);
  if (question.code === "part") {
    const amount = formatDecimal(question.amount, locale);
    return filled(question.isWhole ? say.wholeUnder : say.partOver, { ...told, other: question.other, amount });
  }
  return filled(say[question.code], told);
}

function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
