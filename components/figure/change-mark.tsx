import { MovementSign } from "@/components/figure/sign";
import { fill, type FigureWords } from "@/components/figure/words";
import type { Change } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import "@/components/figure/figure.css";

type Props = { change: Change; year: number; isPending?: boolean; words: FigureWords; locale: Locale };

/** The change from the year before: ▲ ▼ for the number's direction, its size, and the judgement as a word; or why there is none. */
export function ChangeMark({ change, year, isPending = false, words, locale }: Props) {
  if (!change.comparable) {
    const reason = change.why === "noCurrent" && isPending ? words.awaits : words.notComparable[change.why];
    return <span className="chg nil">{fill(reason, { year, previous: year - 1 })}</span>;
  }
  const { judgement } = change;
  return (
    <span className={`chg ${judgement}`}>
      <MovementSign moved={change.moved} />
      <i>{change.moved === "level" ? null : changeSize(change, words, locale)}</i>
      <b>{words.judgement[judgement]}</b>
    </span>
  );
}

/** The size of a change as people state it, without sign: "10 %", "3 pp.", "1,5 point"; after a zero, in percent, "fra nul". */
export function changeSize(change: Change & { comparable: true }, words: FigureWords, locale: Locale): string {
  const size = (text: string) => formatDecimal(text.replace("-", ""), locale);
  if (change.statedIn === "points") return fill(words.points, { amount: size(change.absolute) });
  if (change.statedIn === "percentagePoints") return fill(words.percentagePoints, { amount: size(change.absolute) });
  if (change.relative === null) return words.fromZero;
  // It moved, so "0 %" would be untrue.
  const isTiny = change.moved !== "level" && /^-?0$/.test(change.relative);
  return fill(words.percent, { amount: isTiny ? "<1" : size(change.relative) });
}

/** The relative change with its sign ("+45 %", "−22 %"), or "fra nul". */
export function relativeChange(change: Change & { comparable: true }, words: FigureWords, locale: Locale): string {
  return change.relative === null
    ? words.fromZero
    : fill(words.percent, { amount: formatDecimal(change.relative, locale, { sign: true }) });
}
