import type { KpiYear } from "@/lib/figure/model";

/** A note under a table, with the number it is marked by. */
export type NumberedNote = { number: number; text: string };

/** Notes numbered for one page, and the numbers to print at each KPI (by code). */
export type NumberedNotes = { notes: NumberedNote[]; marks: Record<string, number[]> };

/**
 * Numbers the notes of a page from 1 in the order in which a reader meets them: KPI by KPI, its footnotes first, then the remark on its target.
 * A text that two KPIs share is one note; a code without a text is not marked, since there would be nothing to look up.
 */
export function numberNotes(kpis: KpiYear[], footnotes: { code: string; text: string }[]): NumberedNotes {
  const textOf = new Map(footnotes.map((footnote) => [footnote.code, footnote.text]));
  const numberOf = new Map<string, number>();
  const marks: Record<string, number[]> = {};
  for (const kpi of kpis) {
    const texts = [...kpi.footnotes.map((code) => textOf.get(code) ?? ""), kpi.target.target?.note ?? ""].filter(
      (text) => text !== "",
    );
    for (const text of texts) if (!numberOf.has(text)) numberOf.set(text, numberOf.size + 1);
    marks[kpi.code] = [...new Set(texts.map((text) => numberOf.get(text) ?? 0))];
  }
  return { notes: [...numberOf].map(([text, number]) => ({ number, text })), marks };
}
