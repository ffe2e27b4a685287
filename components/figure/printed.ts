import { fill, type FigureWords } from "@/components/figure/words";
import type { Figure } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { restatedTitle } from "@/lib/restatement/mark/model";

/** A figure as printed: `whole` stands left of the decimal (or of the stroke of a split), `rest` right of it, with its sign. Without a figure: its glyph, and in words why. */
export type Printed = { hasFigure: boolean; whole: string; rest: string; title: string };

/** How a figure is printed in a language. */
export function printedFigure(figure: Figure, words: FigureWords, locale: Locale): Printed {
  if (figure.split) {
    return {
      hasFigure: true,
      whole: formatDecimal(figure.split.men, locale),
      rest: `/${formatDecimal(figure.split.women, locale)}`,
      title: titleOf(figure, words, locale),
    };
  }
  if (figure.amount !== null) {
    const text = formatDecimal(figure.amount, locale, { decimals: figure.decimals });
    const sign = text.lastIndexOf(locale === "da" ? "," : ".");
    const at = figure.decimals > 0 && sign >= 0 ? sign : text.length;
    return { hasFigure: true, whole: text.slice(0, at), rest: text.slice(at), title: titleOf(figure, words, locale) };
  }
  const status = withoutFigure(figure);
  return {
    hasFigure: false,
    whole: words.glyph[status],
    rest: "",
    title: figure.basis ? `${words.status[status]}: ${figure.basis}` : words.status[status],
  };
}

/** The same in one piece: "1.707,5", "27/73", "-". */
export function printedText(figure: Figure, words: FigureWords, locale: Locale): string {
  const { whole, rest } = printedFigure(figure, words, locale);
  return whole + rest;
}

/** The status of a figure that is not there; a calculation without its inputs is missing. */
function withoutFigure(figure: Figure): keyof FigureWords["glyph"] {
  return figure.status === "reported" || figure.status === "estimated" ? "missing" : figure.status;
}

/** What stands behind a figure, for its title: that it is an estimate and what it rests on, that it is derived, that it was restated. */
function titleOf(figure: Figure, words: FigureWords, locale: Locale): string {
  const behind =
    figure.status === "estimated"
      ? [words.estimate, figure.basis].filter((part) => part !== "").join(": ")
      : figure.origin === "derived"
        ? words.derivedTitle
        : "";
  return [behind, restatedTitle(figure, locale)].filter((part) => part !== "").join(". ");
}

/** Coverage as "4 af 8 enheder", or empty when the figure covers all of them. */
export function coverageText(figure: Figure, words: FigureWords): string {
  if (!figure.coverage || figure.coverage.covered.length >= figure.coverage.of) return "";
  return fill(words.coverage, { covered: figure.coverage.covered.length, of: figure.coverage.of });
}
