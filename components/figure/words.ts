import daFigure from "@/lib/language/messages/da/figure.json";
import daTarget from "@/lib/language/messages/da/target.json";
import enFigure from "@/lib/language/messages/en/figure.json";
import enTarget from "@/lib/language/messages/en/target.json";
import type { Locale } from "@/lib/language/model";

/** Words printed beside figures and targets, in one language. Read straight from the messages: a dashboard prints several hundred of them. */
export type FigureWords = typeof daFigure & { target: typeof daTarget };

const words: Record<Locale, FigureWords> = {
  da: { ...daFigure, target: daTarget },
  en: { ...enFigure, target: enTarget },
};

/** The words of a language. */
export function figureWords(locale: Locale): FigureWords {
  return words[locale];
}

/** Puts values into a text's {places}. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
