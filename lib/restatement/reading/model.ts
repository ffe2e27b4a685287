import { Refusal } from "@/lib/access/refusal";
import type { Locale } from "@/lib/language/model";
import { formatChoice, formatDecimal } from "@/lib/number/format";
import { emptyContent, withFigure, withNote, type CellContent } from "@/lib/value/model";
import { readCell, type KpiRule, type RefusedText } from "@/lib/value/reading/model";
import type { RestatedValue } from "../schema";

/**
 * The cell a form asks for, read as the entry grid reads it. Refuses a figure that is none in the words of the grid,
 * a form without a reason (`restatement.reasonMissing`), and one that changes no figure (`restatement.sameFigure`).
 */
export function readRestated(
  asked: Pick<RestatedValue, "figure" | "isEstimated" | "source" | "note" | "reasonDa" | "reasonEn">,
  stored: CellContent | null,
  rule: KpiRule,
  locale: Locale,
): CellContent {
  const now = stored ?? emptyContent;
  const read = readCell(asked.figure, rule, locale, asked.isEstimated === "on");
  if (!read.ok) throw refusalOf(read, asked.figure, locale);
  const content = withNote({ ...withFigure(now, read.figure), source: asked.source }, asked.note);
  if (saysTheFigure(content) === saysTheFigure(now)) throw new Refusal("restatement.sameFigure", {}, "figure");
  requireReason(asked, locale);
  return content;
}

/** Refuses a restatement without a reason in either language (`restatement.reasonMissing`). */
export function requireReason(asked: Pick<RestatedValue, "reasonDa" | "reasonEn">, locale: Locale): void {
  if (asked.reasonDa === "" && asked.reasonEn === "")
    throw new Refusal("restatement.reasonMissing", {}, locale === "da" ? "reasonDa" : "reasonEn");
}

function saysTheFigure({ status, amount, scale, men, women }: CellContent): string {
  return [status, amount, scale, men, women].join(" ");
}

const splits = new Set(["notASplit", "splitSum"]);
const ofValues = new Set(["belowMinimum", "aboveMaximum", "unknownStatus", "statusNeedsFigure"]);

function refusalOf({ code, suggestions, limit }: RefusedText, text: string, locale: Locale): Refusal {
  const room = splits.has(code) ? "number.split" : ofValues.has(code) ? "value.refusal" : "number.refusal";
  const either = formatChoice(suggestions, locale);
  const limitText = limit === null ? "" : formatDecimal(limit, locale);
  return new Refusal(`${room}.${code}`, { text, suggestions: either, limit: limitText }, "figure");
}
