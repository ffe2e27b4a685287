import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import { add, compare, divide, fraction, isZero, multiply, round, subtract } from "@/lib/number/fraction";
import * as grammar from "@/lib/number/grammar";

/** A plain exact decimal: optional minus, digits, optional full stop and digits: "-1707.5". Never an exponent, never grouped, never "-0". */
export type DecimalText = string;

/** Most decimals a figure may have: the database keeps numeric(24,6). */
export const largestScale = 6;

/** Most digits a figure may have before the decimal sign. */
export const mostIntegerDigits = 18;

/** Why a text is not taken as a number: a closed list. number.json of each language says how to mend each. */
export type NumberRefusal =
  /** No number in it: "abc", "NaN", "Infinity", "0x1F", a sign alone. */
  | "notANumber"
  /** Other digits than 0–9: "١٢", "１２", "½". */
  | "otherDigits"
  /** Powers and products: "1e3", "10^30". */
  | "exponent"
  /** A percent sign: "12 %". */
  | "percentSign"
  /** A unit of measure, currency or word after the number: "12 kWh". Nothing is suggested: the row may count in MWh. */
  | "unitOfMeasure"
  /** A number in the other language only: "1.5" in Danish. */
  | "otherNotation"
  /** Two different numbers, depending on how it is read: "1,234.5" in Danish. */
  | "ambiguous"
  /** Separators that fit no notation: "1.2.3", "12 34", "5,". */
  | "misplacedSeparator"
  /** Begins with a 0 that carries nothing: "007". Perhaps a code, perhaps a lost decimal sign. */
  | "leadingZero"
  /** More than 18 digits before the decimal sign. */
  | "tooLarge"
  /** More than 6 decimals. */
  | "tooPrecise";

/** A number as typed: exact, with as many decimals (`scale`) as were written, so that 0,60 stays "0.60". */
export type TypedNumber = { amount: DecimalText; scale: number };

/** What the user may have meant; `text` is in the user's own notation and would be accepted. */
export type NumberSuggestion = TypedNumber & { text: string };

/** A number, nothing (blank: no value, never 0), or a refusal with what may have been meant. */
export type ParsedNumber =
  { ok: true; value: TypedNumber | null } | { ok: false; code: NumberRefusal; suggestions: NumberSuggestion[] };

/** Longer texts are no numbers, and are not searched for one. */
const longestText = 100;

/**
 * Reads a number as Danish or English write it, strictly: thousands in groups of three with one separator throughout
 * (1.707,5 in Danish, 1,707.5 in English, a space in both), up to 18 digits and 6 decimals, a leading +, - or −.
 * ",5" is 0,5, as spreadsheets and ledgers print it; a superfluous leading 0 is refused. Blank is no value, never 0.
 * A refusal carries each number the text may have meant.
 */
export function parseNumber(text: string, locale: Locale): ParsedNumber {
  const typed = text.trim();
  if (typed === "") return { ok: true, value: null };
  const reading = grammar.readOwn(typed, locale);
  if (reading) return settle(reading, locale);
  if (typed.length > longestText || grammar.programNotation.test(typed)) return refuse("notANumber");
  if (grammar.digitsAndSeparators.test(typed)) return readOtherwise(typed, locale);
  if (grammar.powers.test(typed)) return refuse("exponent", writtenOut(typed, locale));
  const share = grammar.percentage.exec(typed)?.[1];
  if (share !== undefined) return refuse("percentSign", meant(parseNumber(share, locale), locale));
  if (grammar.measured.test(typed)) return refuse("unitOfMeasure");
  return refuse(grammar.foreignDigit.test(typed) ? "otherDigits" : "notANumber");
}

function refuse(code: NumberRefusal, suggestions: NumberSuggestion[] = []): ParsedNumber {
  return { ok: false, code, suggestions };
}

function suggest(amount: DecimalText, locale: Locale): NumberSuggestion {
  return { text: formatDecimal(amount, locale), amount, scale: scaleOf(amount) };
}

function meant(parsed: ParsedNumber, locale: Locale): NumberSuggestion[] {
  if (!parsed.ok) return parsed.suggestions;
  return parsed.value ? [suggest(parsed.value.amount, locale)] : [];
}

/** What "1e3" is without its power, where nothing of it is lost. */
function writtenOut(text: string, locale: Locale): NumberSuggestion[] {
  const { before, power } = grammar.scientific.exec(text)?.groups ?? {};
  if (before === undefined || power === undefined) return [];
  const times = { n: 10n ** BigInt(power.replace(/\D/g, "")), d: 1n };
  return meant(parseNumber(before, locale), locale).flatMap(({ amount }) => {
    const exact = /^[-−]/.test(power) ? divide(fraction(amount), times)! : multiply(fraction(amount), times);
    const plain = withoutZeros(round(exact, largestScale));
    const isWhole = compare(fraction(plain), exact) === 0;
    return isWhole && plain.replace("-", "").split(".")[0]!.length <= mostIntegerDigits ? [suggest(plain, locale)] : [];
  });
}

function withoutZeros(amount: DecimalText): DecimalText {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

/** Decimals written in an exact decimal, trailing zeros included. */
export function scaleOf(amount: DecimalText): number {
  const point = amount.indexOf(".");
  return point < 0 ? 0 : amount.length - point - 1;
}

/** Judges the size of what was read and writes it as an exact decimal. */
function settle({ sign, digits, decimals }: grammar.Reading, locale: Locale): ParsedNumber {
  const whole = digits.replace(/^0+(?=\d)/, "");
  if (whole.length > mostIntegerDigits) return refuse("tooLarge");
  const magnitude = decimals ? `${whole}.${decimals}` : whole;
  const negative = (sign === "-" || sign === "−") && /[1-9]/.test(magnitude);
  const amount = negative ? `-${magnitude}` : magnitude;
  if (decimals.length > largestScale) {
    return refuse("tooPrecise", toLargestScale(amount, locale));
  }
  if (whole !== digits) return refuse("leadingZero", [suggest(amount, locale)]);
  return { ok: true, value: { amount, scale: decimals.length } };
}

/** Spreadsheets paste 1707,4999999999998: what that is to six decimals, if it still has room. */
function toLargestScale(amount: DecimalText, locale: Locale): NumberSuggestion[] {
  if (amount.length > longestText) return [];
  const rounded = round(fraction(amount), largestScale).replace(/\.?0+$/, "");
  const whole = rounded.replace("-", "").split(".")[0] ?? "";
  return whole.length > mostIntegerDigits ? [] : [suggest(rounded, locale)];
}

/** What digits and separators may mean that the language's own rules do not read. */
function readOtherwise(text: string, locale: Locale): ParsedNumber {
  const readings = [grammar.readOwn(text, locale === "da" ? "en" : "da"), grammar.readGroupedDecimals(text, locale)];
  const settled = readings.filter((reading) => reading !== null).map((reading) => settle(reading, locale));
  const suggestions = settled.flatMap((parsed) => meant(parsed, locale));
  if (suggestions.length > 1) return refuse("ambiguous", suggestions);
  const refused = settled.find((parsed) => !parsed.ok);
  if (refused && !refused.ok) return refuse(refused.code, suggestions);
  if (suggestions.length === 1) return refuse("otherNotation", suggestions);
  // A number not finished: "5,".
  const begun = /[.,]$/.test(text) ? grammar.readOwn(text.slice(0, -1), locale) : null;
  return refuse("misplacedSeparator", begun && begun.decimals === "" ? meant(settle(begun, locale), locale) : []);
}

/** Why a text is not taken as a split of men and women: a closed list. */
export type SplitRefusal =
  /** Not two numbers with a stroke between: "27", "27/", "a/b". An empty side is not 0. */
  | "notASplit"
  /** The shares do not sum to exactly 100, or one is outside 0–100: "60/50". */
  | "splitSum";

/** Shares of men and women in percent, both written with `scale` decimals; they sum to exactly 100. */
export type TypedSplit = { men: DecimalText; women: DecimalText; scale: number };

/** A split, nothing (blank), or a refusal with what may have been meant. */
export type ParsedSplit =
  | { ok: true; value: TypedSplit | null }
  | { ok: false; code: SplitRefusal; suggestions: (TypedSplit & { text: string })[] };

/** Reads a split as the report prints it, men first: "27/73" or "27,5 / 72,5". Each side follows the grammar of `parseNumber`. */
export function parseSplit(text: string, locale: Locale): ParsedSplit {
  if (text.trim() === "") return { ok: true, value: null };
  const sides = text.split("/").map((side) => parseNumber(side, locale));
  const [left, right] = sides;
  if (sides.length !== 2 || !left || !right) return { ok: false, code: "notASplit", suggestions: [] };
  if (left.ok && left.value && right.ok && right.value) {
    const split = toSplit(left.value, right.value);
    return split ? { ok: true, value: split } : { ok: false, code: "splitSum", suggestions: [] };
  }
  const pairs = meant(left, locale).flatMap((men) => meant(right, locale).map((women) => toSplit(men, women)));
  const splits = pairs.filter((split) => split !== null);
  return {
    ok: false,
    code: "notASplit",
    suggestions: splits.map((split) => ({ ...split, text: formatSplit(split, locale) })),
  };
}

function toSplit(men: TypedNumber, women: TypedNumber): TypedSplit | null {
  const shares = [fraction(men.amount), fraction(women.amount)] as const;
  const isNegative = shares.some((share) => compare(share, fraction("0")) < 0);
  if (isNegative || !isZero(subtract(add(...shares), fraction("100")))) return null;
  const scale = Math.max(men.scale, women.scale);
  return { men: round(shares[0], scale), women: round(shares[1], scale), scale };
}
