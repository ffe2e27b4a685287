import { MovementSign } from "@/components/figure/sign";
import { fill, type FigureWords } from "@/components/figure/words";
import type { Change, LikeForLike } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import "@/components/figure/figure.css";

type Props = {
  change: Change;
  /** Over the org units both years have, where that says more. */
  likeForLike?: LikeForLike | null;
  year: number;
  isPending?: boolean;
  words: FigureWords;
  locale: Locale;
};

/** The change from the year before: ▲ ▼ for the number's direction, its size, and the judgement as a word; or why there is none. */
export function ChangeMark({ likeForLike = null, ...props }: Props) {
  return (
    <>
      <PlainChange {...props} />
      {likeForLike ? <AlikeMark likeForLike={likeForLike} words={props.words} locale={props.locale} /> : null}
    </>
  );
}

/** "for de 6 enheder, som begge år har: +3 %", with their names as title. */
function AlikeMark({ likeForLike, words, locale }: { likeForLike: LikeForLike; words: FigureWords; locale: Locale }) {
  return (
    <span className="alike" title={likeForLike.orgUnits.join(", ")}>
      {likeForLikeText(likeForLike, words, locale)}
    </span>
  );
}

/** A change over the org units both years have, in words: "for de 6 enheder, som begge år har: +3 %". */
function likeForLikeText({ change, orgUnits }: LikeForLike, words: FigureWords, locale: Locale): string {
  const whom = fill(orgUnits.length === 1 ? words.likeForLike.one : words.likeForLike.many, { count: orgUnits.length });
  return `${whom}: ${signedSize(change, words, locale)}`;
}

/** The size of a change with its sign, or that there is none: "+3 %", "−0,4 pp.", "uændret". */
function signedSize(change: Change & { comparable: true }, words: FigureWords, locale: Locale): string {
  if (change.moved === "level") return words.judgement.unchanged;
  const size = changeSize(change, words, locale);
  // Too small for the decimals it is printed with: "+0,00 pp." would say two things at once.
  if (change.statedIn !== "percent" && !/[1-9]/.test(size)) return words.judgement.unchanged;
  return size === words.fromZero ? size : `${change.moved === "up" ? "+" : "−"}${size}`;
}

function PlainChange({ change, year, isPending = false, words, locale }: Omit<Props, "likeForLike">) {
  if (!change.comparable) {
    const reason = change.why === "noCurrent" && isPending ? words.awaits : words.notComparable[change.why];
    return (
      <span className="chg nil" title={change.note || undefined}>
        {fill(reason, { year, previous: year - 1 })}
      </span>
    );
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
  if (change.statedIn === "points") return fill(pointsOf(change, words), { amount: size(change.absolute) });
  if (change.statedIn === "percentagePoints") return fill(words.percentagePoints, { amount: size(change.absolute) });
  if (change.relative === null) return words.fromZero;
  // It moved, so "0 %" would be untrue.
  const isTiny = change.moved !== "level" && /^-?0$/.test(change.relative);
  return fill(words.percent, { amount: isTiny ? "<1" : size(change.relative) });
}

/** One point, and several. */
export function pointsOf({ absolute }: { absolute: string }, words: { point: string; points: string }): string {
  return /^-?1$/.test(absolute) ? words.point : words.points;
}

/** The relative change with its sign ("+45 %", "−22 %"), or "fra nul". */
export function relativeChange(change: Change & { comparable: true }, words: FigureWords, locale: Locale): string {
  return change.relative === null
    ? words.fromZero
    : fill(words.percent, { amount: formatDecimal(change.relative, locale, { sign: true }) });
}
