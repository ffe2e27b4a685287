import { carriesFigure, plain, type CellFigure } from "@/lib/value/model";
import type { ValueKind, ValueStatus } from "@/lib/database/generated/enums";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import { compare, fraction } from "@/lib/number/fraction";
import { parseNumber, parseSplit, type DecimalText, type NumberRefusal, type SplitRefusal } from "@/lib/number/model";

/** What of a KPI's definition decides whether a text is a figure of it. */
export type KpiRule = {
  valueKind: ValueKind;
  unitOfMeasure: string;
  minimum: DecimalText | null;
  maximum: DecimalText | null;
};

/**
 * Why a text is not taken as a cell, a closed list. Besides the refusals of the number grammar:
 * - `belowMinimum`, `aboveMaximum`: outside what makes sense for the KPI; the limit comes with it;
 * - `unknownStatus`: no word or glyph for a status;
 * - `statusNeedsFigure`: reported or estimated was chosen for a cell without a figure.
 */
export type CellRefusal =
  NumberRefusal | SplitRefusal | "belowMinimum" | "aboveMaximum" | "unknownStatus" | "statusNeedsFigure";

/** Every CellRefusal, to check that each has its words. */
export const cellRefusals = [
  "notANumber",
  "otherDigits",
  "exponent",
  "percentSign",
  "unitOfMeasure",
  "otherNotation",
  "ambiguous",
  "misplacedSeparator",
  "leadingZero",
  "tooLarge",
  "tooPrecise",
  "notASplit",
  "splitSum",
  "belowMinimum",
  "aboveMaximum",
  "unknownStatus",
  "statusNeedsFigure",
] as const satisfies readonly CellRefusal[];

/** A refused text, what may have been meant (texts that would be accepted), and the limit it broke. */
export type RefusedText = { ok: false; code: CellRefusal; suggestions: string[]; limit: DecimalText | null };

/** A cell as read from a text. */
export type ReadCell = { ok: true; figure: CellFigure } | RefusedText;

const nothing: CellFigure = { status: null, amount: null, scale: null, men: null, women: null };

/** Glyphs and words of cells without a figure, the same in both languages: the report's own, and what people type for them. */
const glyphs: Record<string, ValueStatus> = {
  "-": "pending",
  "–": "notMeasured",
  "n/a": "notApplicable",
  "i/r": "notApplicable",
};

/** What reports and files print where nothing has been said: a blank, also when it is pasted. */
const missingSign = "…";

/** The printed glyph of a status without a figure. */
export const glyphOf = { pending: "-", notMeasured: "–", discontinued: "-", notApplicable: "n/a" } as const;

/**
 * Reads what was typed or pasted into a cell of a figure: a number or a split by the grammar of lib/number, the glyph
 * of a status ("-", "–", "n/a"), or blank, which clears the cell and is never 0. `estimated` keeps an estimate one.
 */
export function readCell(text: string, rule: KpiRule, locale: Locale, estimated = false): ReadCell {
  const typed = text.trim();
  if (typed === "" || typed === missingSign) return { ok: true, figure: nothing };
  const glyph = glyphs[typed.toLowerCase()];
  if (glyph) return { ok: true, figure: { ...nothing, status: glyph } };
  const status: ValueStatus = estimated ? "estimated" : "reported";
  if (rule.valueKind === "split") {
    const split = parseSplit(typed, locale);
    if (!split.ok)
      return { ok: false, code: split.code, suggestions: split.suggestions.map(({ text }) => text), limit: null };
    return split.value ? { ok: true, figure: { ...nothing, status, ...split.value } } : { ok: true, figure: nothing };
  }
  // In a row that counts in percent, the sign says what is known already.
  const number = parseNumber(rule.unitOfMeasure === "%" ? typed.replace(/\s*%$/, "") : typed, locale);
  if (!number.ok) {
    const sensible = number.suggestions.filter(({ amount }) => outside(amount, rule) === null);
    return { ok: false, code: number.code, suggestions: sensible.map(({ text }) => text), limit: null };
  }
  if (!number.value) return { ok: true, figure: nothing };
  const broken = outside(number.value.amount, rule);
  if (broken) return { ok: false, ...broken, suggestions: [] };
  return { ok: true, figure: { ...nothing, status, ...number.value } };
}

/** The bound a figure breaks, or null. */
function outside(
  amount: DecimalText,
  { minimum, maximum }: KpiRule,
): { code: "belowMinimum" | "aboveMaximum"; limit: DecimalText } | null {
  if (minimum !== null && compare(fraction(amount), fraction(minimum)) < 0)
    return { code: "belowMinimum", limit: plain(minimum)! };
  if (maximum !== null && compare(fraction(amount), fraction(maximum)) > 0)
    return { code: "aboveMaximum", limit: plain(maximum)! };
  return null;
}

/** What people may write or paste in the status column, by status; the label of each language comes first. */
const statusWords: Record<ValueStatus, readonly string[]> = {
  reported: ["opgjort", "reported", "faktisk", "actual"],
  estimated: ["skøn", "estimated", "estimat", "estimate", "skønnet"],
  pending: ["afventer", "pending", "-"],
  notMeasured: ["ikke målt", "not measured", "–"],
  discontinued: ["ophørt", "discontinued"],
  notApplicable: ["ikke relevant", "not applicable", "n/a", "i/r"],
};

/**
 * Applies a word of the status column to a cell: a status without figure empties the figure; `reported` and
 * `estimated` keep it and are refused where there is none. Blank empties the cell.
 */
export function readStatus(text: string, now: CellFigure): ReadCell {
  const word = text.trim().toLowerCase();
  if (word === "") return { ok: true, figure: carriesFigure(now.status) ? now : nothing };
  const status = (Object.keys(statusWords) as ValueStatus[]).find(
    (one) => one.toLowerCase() === word || statusWords[one].includes(word),
  );
  if (!status) return { ok: false, code: "unknownStatus", suggestions: [], limit: null };
  if (!carriesFigure(status)) return { ok: true, figure: { ...nothing, status } };
  if (!carriesFigure(now.status)) return { ok: false, code: "statusNeedsFigure", suggestions: [], limit: null };
  return { ok: true, figure: { ...now, status } };
}

/** A figure as its author would type it, with the decimals it was entered with; a status as its glyph. Reading it again gives the same figure. */
export function writeCell(figure: CellFigure, locale: Locale): string {
  const { status, amount, scale, men, women } = figure;
  if (status === null) return "";
  if (amount !== null) return formatDecimal(amount, locale, { decimals: scale ?? 0 });
  if (men !== null && women !== null) return formatSplit({ men, women }, locale, { decimals: scale ?? 0 });
  return carriesFigure(status) ? "" : glyphOf[status as keyof typeof glyphOf];
}
