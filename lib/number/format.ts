import { timeZone, type Locale } from "@/lib/language/model";
import { fraction, round } from "@/lib/number/fraction";
import { notations } from "@/lib/number/grammar";
import type { DecimalText } from "@/lib/number/model";

/** `decimals`: round half away from zero to so many, and keep them all; without it, as written. `sign`: also write + before a positive number. */
export type DecimalFormat = { decimals?: number; sign?: boolean };

/** An exact decimal as people read it: "1.707,5" in Danish, "1,707.5" in English, with a true minus. No float is involved. @throws RangeError when the text is no DecimalText. */
export function formatDecimal(
  text: DecimalText,
  locale: Locale,
  { decimals, sign = false }: DecimalFormat = {},
): string {
  const exact = fraction(text);
  const written = decimals === undefined ? text : round(exact, decimals);
  const [whole = "", rest] = written.replace("-", "").split(".");
  const { thousands, decimal } = notations[locale];
  const magnitude = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands) + (rest === undefined ? "" : decimal + rest);
  if (!/[1-9]/.test(written)) return magnitude;
  return (exact.n < 0n ? "−" : sign ? "+" : "") + magnitude;
}

/** A split as the report prints it, men first: "27/73". */
export function formatSplit(
  split: { men: DecimalText; women: DecimalText },
  locale: Locale,
  format: DecimalFormat = {},
): string {
  return `${formatDecimal(split.men, locale, format)}/${formatDecimal(split.women, locale, format)}`;
}

const lists = {
  da: new Intl.ListFormat("da", { type: "disjunction" }),
  en: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** Alternatives in a sentence, such as the suggestions of a refusal: "1.234,5 eller 1,2345". */
export function formatChoice(texts: readonly string[], locale: Locale): string {
  return lists[locale].format(texts);
}

const dates = {
  da: {
    short: { day: "2-digit", month: "2-digit", year: "numeric" },
    long: { day: "numeric", month: "long", year: "numeric" },
  },
  // Month in letters: 02/03/2024 is read as two different days by English readers.
  en: {
    short: { day: "numeric", month: "short", year: "numeric" },
    long: { day: "numeric", month: "long", year: "numeric" },
  },
} as const satisfies Record<Locale, Record<string, Intl.DateTimeFormatOptions>>;

const regions: Record<Locale, string> = { da: "da-DK", en: "en-GB" };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than using it a hundred times. */
function formatter(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(regions[locale], { ...options, timeZone });
  formatters.set(key, known);
  return known;
}

/** The day in Copenhagen: short "31.12.2023" / "31 Dec 2023", long "31. december 2023" / "31 December 2023". */
export function formatDate(instant: Date, locale: Locale, style: "short" | "long" = "short"): string {
  return formatter(locale, style, dates[locale][style]).format(instant);
}

/** The time in Copenhagen, 24 hours: "10.42" / "10:42"; with seconds "10.42.07" / "10:42:07". */
export function formatTime(instant: Date, locale: Locale, precision: "minutes" | "seconds" = "minutes"): string {
  const seconds = precision === "seconds" ? ({ second: "2-digit" } as const) : {};
  return formatter(locale, precision, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...seconds }).format(
    instant,
  );
}
