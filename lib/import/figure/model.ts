import type { FileCell } from "@/lib/import/cell/model";
import type { ImportRefusal } from "@/lib/import/model";
import { readText } from "@/lib/import/text/model";
import { bounded, conversion, converted, converts, factorText } from "@/lib/import/unit/model";
import type { KpiRules } from "@/lib/import/world/model";
import type { ValueStatus } from "@/lib/database/generated/enums";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { add, compare, fraction, hundred, multiply } from "@/lib/number/fraction";
import { largestScale, scaleOf, type DecimalText } from "@/lib/number/model";
import { readStatus } from "@/lib/value/reading/model";

/** A figure ready to be stored. */
export type Figure = {
  status: ValueStatus;
  amount: DecimalText | null;
  scale: number | null;
  men: DecimalText | null;
  women: DecimalText | null;
};

/** The cells a figure is read from: its own, the women's share beside it, its row's status and unit of measure. */
export type FigureCells = {
  cell: FileCell | undefined;
  women: FileCell | undefined;
  status: string | null;
  unit: string | null;
};

/** A figure, or why there is none; null: the cells say nothing. */
export type FigureResult =
  { ok: true; figure: Figure; hint: string } | { ok: false; code: ImportRefusal; hint: string } | null;

const refuse = (code: ImportRefusal, hint = ""): FigureResult => ({ ok: false, code, hint });
const without = (status: ValueStatus): FigureResult => ({
  ok: true,
  figure: { status, amount: null, scale: null, men: null, women: null },
  hint: "",
});

/** Reads a figure in the KPI's unit of measure. `chosenUnit` is the unit somebody chose for a text of the file. */
export function readFigure(
  { cell, women, status, unit }: FigureCells,
  rules: KpiRules,
  notation: Locale,
  chosenUnit: (text: string) => string | undefined,
): FigureResult {
  const said = statusOf(status);
  if (said === "unknown") return refuse("unknownStatus", status ?? "");
  if (said === "missing") return null;
  if (!cell && !women)
    return said && said !== "reported" && said !== "estimated"
      ? without(said)
      : said
        ? refuse("statusNeedsFigure")
        : null;
  if (women || (cell && rules.valueKind === "split" && women)) return shares(cell, women, said);
  const read =
    cell!.kind === "number"
      ? numberOf(cell!, rules, unit, chosenUnit)
      : wordsOf(cell!, rules, unit, notation, chosenUnit);
  if (!read?.ok) return read;
  const carries = read.figure.status === "reported";
  if (!said || (said === "reported" && carries)) return read;
  if (said === "estimated")
    return carries ? { ...read, figure: { ...read.figure, status: said } } : refuse("statusNeedsFigure");
  // "Afventer" beside a figure: one of the two is wrong, and only the author knows which.
  return carries || said === "reported" ? refuse("contradiction", status ?? "") : without(said);
}

function statusOf(text: string | null): ValueStatus | "missing" | "unknown" | null {
  if (!text) return null;
  if (/^(missing|mangler)$/i.test(text)) return "missing";
  const probe = readStatus(text, { status: "reported", amount: "0", scale: 0, men: null, women: null });
  return probe.ok && probe.figure.status ? probe.figure.status : "unknown";
}

function numberOf(
  { text, isPercent, decimals }: FileCell,
  rules: KpiRules,
  unit: string | null,
  chosenUnit: (text: string) => string | undefined,
): FigureResult {
  if (rules.valueKind === "split") return refuse("notASplit");
  if (isPercent) {
    if (!rules.unitOfMeasure.startsWith("%")) return refuse("percentFormat");
    const times = bounded(multiply(fraction(text), hundred));
    return times
      ? kept(times.amount, Math.max(times.scale, decimals ?? 0), times.isRounded ? "rounded" : "")
      : refuse("tooLarge");
  }
  if (unit !== null) return inKpiUnit(text, Math.max(scaleOf(text), decimals ?? 0), unit, rules, chosenUnit);
  return exact(text, Math.max(scaleOf(text), decimals ?? 0));
}

function exact(text: DecimalText, scale: number): FigureResult {
  if (scaleOf(text) <= largestScale && text.length <= 18) return kept(text, scale, "");
  const rounded = bounded(fraction(text));
  return rounded ? kept(rounded.amount, rounded.scale, rounded.isRounded ? "rounded" : "") : refuse("tooLarge");
}

function kept(amount: DecimalText, scale: number, hint: string): FigureResult {
  return {
    ok: true,
    figure: { status: "reported", amount, scale: Math.min(scale, largestScale), men: null, women: null },
    hint,
  };
}

function inKpiUnit(
  amount: DecimalText,
  scale: number,
  unit: string,
  rules: KpiRules,
  chosenUnit: (text: string) => string | undefined,
): FigureResult {
  const change = conversion(unit, rules.unitOfMeasure, chosenUnit(unit));
  if (change.factor === null) return refuse("unitMismatch", `${unit} → ${rules.unitOfMeasure}`);
  if (!converts(change)) return exact(amount, scale);
  const result = converted(amount, change.factor);
  if (!result) return refuse("tooLarge");
  const { by, isDivisor } = factorText(change.factor);
  return kept(
    result.amount,
    result.scale,
    `${change.from} → ${change.to} ${isDivisor ? "÷" : "×"} ${by}${result.isRounded ? " rounded" : ""}`,
  );
}

/** A formula's error as a spreadsheet writes it into a text file, in any language: #REF!, #DIVISION/0!, #I/T. */
const savedError = /^\s*#[\p{Lu}\d/]+[!?]?\s*$/u;

function wordsOf(
  { kind, text }: FileCell,
  rules: KpiRules,
  unit: string | null,
  notation: Locale,
  chosenUnit: (text: string) => string | undefined,
): FigureResult {
  if (kind === "error" || savedError.test(text)) return refuse("errorValue", text);
  if (kind === "uncalculated" || kind === "date" || kind === "boolean") return refuse(kind);
  const read = readText(text, rules.valueKind, notation);
  if (!read.ok) return refuse(read.code, read.suggestions.join(" · "));
  if (read.figure === null) return null;
  const { figure, mark } = read;
  if (figure.amount === null) return { ok: true, figure, hint: mark && `mark ${mark}` };
  const written = read.unit ?? unit;
  const result =
    written === null
      ? exact(figure.amount, figure.scale ?? 0)
      : inKpiUnit(figure.amount, figure.scale ?? 0, written, rules, chosenUnit);
  if (!result?.ok || mark === "") return result;
  return {
    ...result,
    hint: [result.hint, `mark ${mark}`, formatDecimal(figure.amount, notation, { decimals: figure.scale ?? 0 })]
      .filter(Boolean)
      .join(" "),
  };
}

/** A split whose shares stand in two columns; shown as percentages they are held as parts of one. */
function shares(men: FileCell | undefined, women: FileCell | undefined, said: ValueStatus | null): FigureResult {
  const [one, other] = [men, women].map((cell) =>
    cell && (cell.kind === "number" || /^\d{1,3}(?:[.,]\d{1,6})?$/.test(cell.text.trim()))
      ? cell.isPercent
        ? (bounded(multiply(fraction(cell.text), hundred))?.amount ?? null)
        : cell.text.trim().replace(",", ".")
      : null,
  );
  if (!one || !other) return refuse("notASplit");
  if (one.startsWith("-") || other.startsWith("-") || compare(add(fraction(one), fraction(other)), hundred) !== 0)
    return refuse("splitSum");
  const scale = Math.max(scaleOf(one), scaleOf(other));
  return scale > largestScale
    ? refuse("tooPrecise")
    : {
        ok: true,
        figure: { status: said === "estimated" ? said : "reported", amount: null, scale, men: one, women: other },
        hint: "",
      };
}
