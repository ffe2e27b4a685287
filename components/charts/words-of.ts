import { figureWords } from "@/components/figure/words";
import type { ChartWords } from "@/lib/chart/model";
import type { Locale } from "@/lib/language/model";

/** The words a chart of a language needs. */
export function chartWords(locale: Locale): ChartWords {
  const { target, men, women, estimate, example, year, total, missing, series, breakNote } = figureWords(locale).chart;
  return { target, men, women, estimate, example, year, total, missing, series, breakNote };
}
