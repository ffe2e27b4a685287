import type { Over } from "@/lib/import/part/model";
import type { KpiRules, World } from "@/lib/import/world/model";
import { versionIn } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import type { CellFigure } from "@/lib/value/model";
import { questionsTo, type Question } from "@/lib/value/question/model";
import { writeCell } from "@/lib/value/reading/model";

/** What a preview asks about a figure, last year's figure it is held against (the file's own, else the stored one), and the name of the part or whole it does not fit. */
export type Asked = { questions: Question[]; lastYear: CellFigure | null; other?: Over["names"] };

/** A figure of a file that may be unusual. `basis` null: the file says nothing of it. */
export type Candidate = CellFigure & {
  position: number;
  kpiId: string;
  year: number;
  basis: string | null;
  lastYear: CellFigure | null;
};

/** Change from last year, in percent, under which no figure is unusual but by being the same; the widest band of a factor of ten lies above it. */
const widestQuiet = 50;

/** By KPI and year: from which change on a figure may be unusual. A first sieve for the database; the questions themselves are lib/value's. */
export function sieve(world: World, years: readonly number[]): { kpiId: string; year: number; percent: number }[] {
  return [...world.kpis.values()].flatMap(({ id, versions }) =>
    years.flatMap((year) => {
      const rules = versionIn(versions, year);
      return rules ? [{ kpiId: id, year, percent: Math.min(widestQuiet, Number(rules.tolerancePercent)) }] : [];
    }),
  );
}

/** The questions a figure of a file raises, by the same rules as one that is typed; null: none. */
export function asked(
  { basis, lastYear, ...figure }: Candidate,
  rules: KpiRules | null,
  over: Over | undefined,
): Asked | null {
  if (!rules) return null;
  // What the file does not say is not missing: what is there stays.
  const content = { ...figure, basis: basis ?? "-", comment: "", source: "" };
  const questions = questionsTo(content, rules, lastYear, over && [over]);
  return questions.length > 0 ? { questions, lastYear, ...(over && { other: over.names }) } : null;
}

/** A question in words: the code of its message and what is put into it. `year` is the figure's own. */
export function told(
  question: Question,
  { lastYear, other }: Omit<Asked, "questions">,
  year: number,
  locale: Locale,
): { code: `import.question.${string}`; values: Record<string, string | number> } {
  const values = { year: year - 1, before: lastYear ? writeCell(lastYear, locale) : "" };
  if (question.code === "factor")
    return {
      code: `import.question.${question.than === "more" ? "muchMore" : "muchLess"}`,
      values: {
        ...values,
        factor: formatDecimal(String(question.factor), locale),
        suggestion: formatDecimal(question.suggestion, locale),
      },
    };
  if (question.code === "change")
    return {
      code: `import.question.${question.than}`,
      values: { ...values, percent: formatDecimal(question.percent, locale) },
    };
  if (question.code === "sign")
    return { code: `import.question.${question.than === "less" ? "negative" : "positive"}`, values };
  if (question.code === "part")
    return {
      code: `import.question.${question.isWhole ? "wholeUnder" : "partOver"}`,
      values: { ...values, other: other?.[locale] ?? question.other, amount: formatDecimal(question.amount, locale) },
    };
  return { code: `import.question.${question.code}`, values };
}
