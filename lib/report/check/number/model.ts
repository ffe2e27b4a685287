import type { Locale } from "@/lib/language/model";
import { absolute, compare, divide, fraction, round, subtract, whole, type Fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";

/** What a number says it is. */
export type TypedKind = "percent" | "points" | "plain" | "split";

/** How sure its writer was. */
export type Hedge = "exact" | "about" | "under" | "over";

/** A number somebody typed into a sentence. */
export type TypedNumber = {
  /** As it stands, with the words that belong to it. */
  text: string;
  /** Where it begins and ends in the text. */
  from: number;
  to: number;
  kind: TypedKind;
  /** Without its sign; of a split, the first part. */
  amount: DecimalText;
  /** Of a split, the second part. */
  other: DecimalText | null;
  hedge: Hedge;
};

const hedges: [RegExp, Hedge][] = [
  [/(?:^|[^\p{L}])(?:knap|næsten|lige under|just under|nearly|almost|close to)\s+(?:a\s+|en\s+)?$/iu, "under"],
  [/(?:^|[^\p{L}])(?:godt|lidt over|lige over|just over|a little over|well over)\s+(?:a\s+|en\s+)?$/iu, "over"],
  [/(?:^|[^\p{L}])(?:ca\.?|cirka|omkring|omtrent|about|around|roughly|some)\s+(?:a\s+|en\s+)?$/iu, "about"],
];

/** Shares in words, in percent. */
const shares: Record<Locale, [RegExp, DecimalText][]> = {
  da: [
    [/to tredjedele/giu, "66.7"],
    [/tre fjerdedele/giu, "75"],
    [/(?:en |den |hver )?tredjedel(?:en)?/giu, "33.3"],
    [/(?:en |hver )?fjerdedel(?:en)?/giu, "25"],
    [/halvdelen/giu, "50"],
  ],
  en: [
    [/two thirds/giu, "66.7"],
    [/three quarters/giu, "75"],
    [/(?:a|one) third/giu, "33.3"],
    [/(?:a|one) quarter(?! of)/giu, "25"],
    [/half(?= of)/giu, "50"],
  ],
};

const words: Record<Locale, string[]> = {
  da: ["nul", "et|en|ét|én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"],
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
};

const percentAfter =
  /^[\s\u00a0]*(?:%(?:-?point)?|procentpoint|percentage points?|procent\b|pct\.?|per ?cent\b|pp\b)/iu;
const pointsAfter = /^[\s\u00a0]*(?:points?\b)/iu;
const percentPoints = /%-?point|procentpoint|percentage points?|pp/iu;
/** Before and after what is no figure: sections of law, scopes, dates, ranges of a scale, references to the appendix. */
const notBefore =
  /(?:§|scope|bilag|tabel|figur|note|afsnit|appendix|table|section|sections|mål|verdensmål|goal|-19|covid)[\s\u00a0]*$/iu;
const notAfter =
  /^(?:[\s\u00a0]*\.?[\s\u00a0]*(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february|march|may|june|july|october)\b|-punkts|-point |\. gang)/iu;

/** Numbers typed into a text of a language: digits, shares in words, small numbers in words before a unit. Years are none. */
export function numbersIn(text: string, locale: Locale): TypedNumber[] {
  // Bound numbers are not typed; spaces keep every place where it is.
  const plain = text.replace(/\{\{[^{}\n]*\}\}/g, (reference) => " ".repeat(reference.length));
  const found = [...splitsIn(plain), ...digitsIn(plain, locale), ...sharesIn(plain, locale), ...wordsIn(plain, locale)];
  return found
    .filter(
      (one, index) => !found.some((other, before) => before < index && other.from < one.to && one.from < other.to),
    )
    .map((one) => ({ ...one, ...hedgeBefore(plain, one) }))
    .sort((a, b) => a.from - b.from);
}

type Found = Omit<TypedNumber, "hedge">;

function splitsIn(text: string): Found[] {
  return [...text.matchAll(/(?<![\p{L}\d.,/])(\d{1,3})\/(\d{1,3})(?![\p{L}\d/])/gu)]
    .filter(([, men, women]) => Number(men) + Number(women) === 100)
    .map((match) => placed(match[0], match.index, "split", match[1]!, match[2]!));
}

function digitsIn(text: string, locale: Locale): Found[] {
  const [group, decimal] = locale === "da" ? ["\\.", ","] : [",", "\\."];
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.,/§])(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)(?:${decimal}\\d+)?(?![\\p{L}\\d/])`,
    "gu",
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const digits = match[0].replace(new RegExp(group!, "g"), "").replace(",", ".");
    const percent = percentAfter.exec(after)?.[0];
    const points = pointsAfter.exec(after)?.[0];
    if (percent === undefined && points === undefined && /^(?:19|20)\d{2}$/.test(match[0])) return [];
    // Both ends of a range say something together that neither says alone.
    if (/\d[\s\u00a0]?[–-]$/.test(before) || /^[\s\u00a0]?[–-]\d/.test(after)) return [];
    if (notBefore.test(before) || notAfter.test(after)) return [];
    const kind =
      percent !== undefined && !percentPoints.test(percent) ? "percent" : (percent ?? points) ? "points" : "plain";
    return [placed(match[0] + (percent ?? points ?? ""), match.index, kind, digits)];
  });
}

function sharesIn(text: string, locale: Locale): Found[] {
  return shares[locale].flatMap(([pattern, amount]) =>
    [...text.matchAll(pattern)].map((match) => placed(match[0], match.index, "percent", amount)),
  );
}

function wordsIn(text: string, locale: Locale): Found[] {
  return words[locale].flatMap((word, amount) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}\\d])(?:${word})(?![\\p{L}\\d])`, "giu"))].flatMap((match) => {
      const after = text.slice(match.index + match[0].length);
      const percent = percentAfter.exec(after)?.[0];
      const unit = percent ?? pointsAfter.exec(after)?.[0];
      if (unit === undefined) return [];
      const kind = percent !== undefined && !percentPoints.test(percent) ? "percent" : "points";
      return [placed(match[0] + unit, match.index, kind, String(amount))];
    }),
  );
}

function placed(text: string, from: number, kind: TypedKind, amount: string, other: string | null = null): Found {
  return { text: text.trim(), from, to: from + text.length, kind, amount, other };
}

function hedgeBefore(text: string, { from, text: own }: Found): Pick<TypedNumber, "hedge" | "text" | "from"> {
  const before = text.slice(Math.max(0, from - 24), from);
  for (const [pattern, hedge] of hedges) {
    const match = pattern.exec(before);
    if (match) {
      const word = match[0].replace(/^[^\p{L}]/u, "");
      return { hedge, text: word + own, from: from - word.length };
    }
  }
  return { hedge: "exact", text: own, from };
}

/** Whether a typed number says an exact one: rounded to its decimals it is the same, or a hedge reaches it. */
export function fits({ amount, hedge }: Pick<TypedNumber, "amount" | "hedge">, exact: DecimalText): boolean {
  const [said, is] = [fraction(amount), absolute(fraction(exact))];
  const decimals = amount.split(".")[1]?.length ?? 0;
  if (round(is, decimals) === round(said, decimals)) return true;
  if (hedge === "exact") return false;
  const reach = divide(said, whole(10))!;
  const within = compare(absolute(subtract(is, said)), reach) <= 0;
  return within && (hedge === "about" || (hedge === "under") === compare(is, said) < 0);
}

/** Whether two numbers are so near that one may be meant for the other: within a tenth, or two of its last place. */
export function isNear(amount: DecimalText, exact: DecimalText): boolean {
  const [said, is] = [fraction(amount), absolute(fraction(exact))];
  const tenth: Fraction = divide(is, whole(10))!;
  const decimals = exact.split(".")[1]?.length ?? 0;
  const places = divide(whole(2), whole(10 ** decimals))!;
  const reach = compare(tenth, places) > 0 ? tenth : places;
  return compare(absolute(subtract(is, said)), reach) <= 0;
}
