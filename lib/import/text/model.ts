import type { ImportRefusal } from "@/lib/import/model";
import type { ValueKind, ValueStatus } from "@/lib/database/generated/enums";
import type { Locale } from "@/lib/language/model";
import { parseNumber, parseSplit, type DecimalText } from "@/lib/number/model";

/** A text read as a figure: a number with the decimals it was written with, a split, or a status without a figure. Null: it says nothing. */
export type ReadText =
  | {
      ok: true;
      figure: {
        status: ValueStatus;
        amount: DecimalText | null;
        scale: number | null;
        men: DecimalText | null;
        women: DecimalText | null;
      } | null;
      mark: string;
      unit: string | null;
    }
  | { ok: false; code: ImportRefusal; suggestions: string[] };

/** Signs and words for a figure that is not there, as reports and workbooks write them. */
const glyphs: Record<string, ValueStatus> = {
  "-": "pending",
  "–": "notMeasured",
  "—": "notMeasured",
  "n/a": "notApplicable",
  "n.a.": "notApplicable",
  na: "notApplicable",
  "i/r": "notApplicable",
  "ikke relevant": "notApplicable",
  "not applicable": "notApplicable",
  "ikke målt": "notMeasured",
  "not measured": "notMeasured",
  afventer: "pending",
  pending: "pending",
};

/** What our own files print where nothing has been said: nothing is said by it either. */
const missingSign = "…";

const approximations =
  /^(?:ca\.?|cirka|circa|about|approx\.?|approximately|omkring|over|under|mindst|højst|min\.?|max\.?|[<>≤≥~≈±])\s*\S/i;
/** A mark that leads to a footnote: raised digits, stars, letters in brackets, or one or two digits standing apart. */
const marks = [
  /\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,;][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*$/,
  /\s*[*†‡]+$/,
  /\s+(?:\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}\))$/,
  /(?<=[\d%])\s*(?:\((?:\d{1,2}|[a-e])\)|\[\d{1,2}\])$/,
  /(?<=\d)\s+\d{1,2}$/,
];
const wholeNumber: Record<Locale, RegExp> = {
  da: /^[+\-−]?(?:\d+|\d{1,3}(?:[. \u00a0\u202f]\d{3})+)(?:,\d+)?$/,
  en: /^[+\-−]?(?:\d+|\d{1,3}(?:[, \u00a0\u202f]\d{3})+)(?:\.\d+)?$/,
};

/**
 * Reads the text of a cell as a figure: the strict grammar of lib/number, after what workbooks glue to a number is
 * taken off (a footnote mark, a percent sign, a unit of measure, thousands by apostrophe). What could be read in two
 * ways is refused, and so is what is not exact.
 */
export function readText(text: string, kind: ValueKind, notation: Locale): ReadText {
  const typed = text.replace(/[\u200b\u200e\u200f\ufeff]/g, "").trim();
  if (typed === "" || typed === missingSign) return { ok: true, figure: null, mark: "", unit: null };
  const { body, mark } = withoutMark(typed, notation);
  const status = glyphs[body.toLowerCase()] ?? glyphs[typed.toLowerCase()];
  if (status)
    return { ok: true, figure: { status, amount: null, scale: null, men: null, women: null }, mark, unit: null };
  if (approximations.test(body)) return { ok: false, code: "approximate", suggestions: [] };
  if (kind === "split") {
    const split = parseSplit(body.replaceAll("%", ""), notation);
    if (!split.ok) return { ok: false, code: split.code, suggestions: split.suggestions.map(({ text }) => text) };
    return { ok: true, figure: split.value && { status: "reported", amount: null, ...split.value }, mark, unit: null };
  }
  const { number, unit } = withoutUnit(body);
  const read = parseNumber(number, notation);
  if (!read.ok) return { ok: false, code: read.code, suggestions: read.suggestions.map(({ text }) => text) };
  return { ok: true, figure: read.value && { status: "reported", men: null, women: null, ...read.value }, mark, unit };
}

/** Takes a footnote mark off a figure; never when the text is a number as it stands ("1 234"). */
function withoutMark(text: string, notation: Locale): { body: string; mark: string } {
  if (wholeNumber[notation].test(text)) return { body: text, mark: "" };
  for (const pattern of marks) {
    const match = pattern.exec(text);
    if (!match || match.index === 0) continue;
    const body = text.slice(0, match.index);
    // A digit standing apart is a mark only after what is a finished number: "12 34" may as well be 1234 with a slip.
    if (
      /^\s+\d+$/.test(match[0]) &&
      (!/\d[.,]\d|%/.test(body) || !wholeNumber[notation].test(body.replace(/\s*%$/, "")))
    )
      continue;
    return { body, mark: match[0].trim() };
  }
  return { body: text, mark: "" };
}

/** Splits "27 %" and "12 kWh" into number and unit of measure, and takes the Swiss apostrophe out of thousands. */
function withoutUnit(text: string): { number: string; unit: string | null } {
  const [, number = text, unit = null] =
    /^([+\-−]?\d[\d.,'’ \u00a0\u202f\u2009]*?)\s*(%|(?![eE][+\-−]?\d)[\p{L}][\p{L}\d³²/.]*(?: kr\.)?)$/u.exec(text) ??
    [];
  return {
    number: /^[+\-−]?\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?$/.test(number) ? number.replace(/['’]/g, "") : number,
    unit,
  };
}

/** Which notation the numbers among some texts are written in; null: nothing tells, or they disagree. */
export function notationOf(texts: Iterable<string>): Locale | null {
  const seen = { da: 0, en: 0 };
  for (const text of texts) {
    const { body } = withoutMark(text.trim(), "da");
    const { number } = withoutUnit(body);
    if (!/\d[.,]\d/.test(number)) continue;
    const [da, en] = [parseNumber(number, "da"), parseNumber(number, "en")];
    if (da.ok && !en.ok) seen.da += 1;
    if (en.ok && !da.ok) seen.en += 1;
  }
  return seen.da > seen.en * 5 ? "da" : seen.en > seen.da * 5 ? "en" : null;
}

/** Whether a text reads as different numbers in the two notations: "1.234". */
export function dependsOnNotation(text: string): boolean {
  const { number } = withoutUnit(withoutMark(text.trim(), "da").body);
  const [da, en] = [parseNumber(number, "da"), parseNumber(number, "en")];
  return da.ok && en.ok && da.value?.amount !== en.value?.amount;
}
