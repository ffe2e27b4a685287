import type { Locale } from "@/lib/language/model";

/** A number taken apart, before it is judged: a sign or "", digits without separators, decimals or "". */
export type Reading = { sign: string; digits: string; decimals: string };

/** How each language writes a number; a space separates thousands in both. */
export const notations = {
  da: { thousands: ".", decimal: "," },
  en: { thousands: ",", decimal: "." },
} as const satisfies Record<Locale, { thousands: string; decimal: string }>;

/** Space, no-break space, narrow no-break space, thin space. */
const spaces = " \u00A0\u202F\u2009";
const sign = "([+\\-−]?)";

/** Digits in groups of three with one separator throughout, or ungrouped; then perhaps a decimal sign and decimals of the given form. */
function grammar(locale: Locale, decimals: string): RegExp {
  const { thousands, decimal } = notations[locale];
  return new RegExp(
    `^${sign}(\\d+|\\d{1,3}([\\${thousands}${spaces}])\\d{3}(?:\\3\\d{3})*)?(?:\\${decimal}(${decimals}))?$`,
  );
}

const own = { da: grammar("da", "\\d+"), en: grammar("en", "\\d+") };
const groupedDecimals = {
  da: grammar("da", "\\d{3}(?:\\.\\d{3})*\\.\\d{1,3}"),
  en: grammar("en", "\\d{3}(?:,\\d{3})*,\\d{1,3}"),
};

function read(pattern: RegExp, text: string): Reading | null {
  const match = pattern.exec(text);
  if (!match || (match[2] === undefined && match[4] === undefined)) return null;
  const digits = match[2] ?? "0";
  // A grouped number cannot begin with 0: "0.123" in Danish is a lost comma, not 123.
  if (match[3] !== undefined && digits.startsWith("0")) return null;
  return { sign: match[1] ?? "", digits: digits.replace(/\D/g, ""), decimals: (match[4] ?? "").replace(/\D/g, "") };
}

/** Reads a text by the language's own rules. */
export function readOwn(text: string, locale: Locale): Reading | null {
  return read(own[locale], text);
}

/** Reads a text whose decimals are grouped by the thousands separator: 1,234.5 as Danish 1,2345. */
export function readGroupedDecimals(text: string, locale: Locale): Reading | null {
  return read(groupedDecimals[locale], text);
}

/** Only digits and separators, after perhaps a sign: a number in some notation, or a slip. */
export const digitsAndSeparators = new RegExp(`^${sign}[.,${spaces}]*\\d[\\d.,${spaces}]*$`);

/** A power of ten or a product: 1e3, 1,5E-3, 10^30, 10*3. */
export const powers = new RegExp(`^${sign}\\d[\\d.,]*[${spaces}]?(?:[eE][+\\-−]?\\d+|[\\^*×·].*)$`);

/** A number in scientific notation, as programs and narrow columns show it: what is multiplied, and the power of ten. */
export const scientific = new RegExp(`^(?<before>${sign}\\d[\\d.,]*)[eE](?<power>[+\\-−]?\\d{1,2})$`);

/** Hexadecimal, octal and binary, as programs write them. */
export const programNotation = new RegExp(`^${sign}0[xob]`, "i");

/** A number and a percent sign; the number is captured. */
export const percentage = /^([^%]*\d)\s*%$/;

/** A number and something that looks like a unit of measure: kWh, m³, mio. kr., t/mDKK, °C. */
export const measured = /^[+\-−]?\d[\d.,\s]*[\p{L}€$£°‰][\p{L}.³²₂/€$£°·\- ]*[23]?$/u;

/** Any digit or numeral besides 0–9. */
export const foreignDigit = /(?!\d)\p{N}/u;
