import { owesBasis, type CellContent, type CellFigure } from "@/lib/value/model";
import {
  absolute,
  add,
  compare,
  divide,
  fraction,
  hundred,
  max,
  min,
  multiply,
  round,
  subtract,
  type Fraction,
} from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";

/** What of a KPI's definition decides whether a figure is unusual. */
export type QuestionRule = { tolerancePercent: DecimalText; minimum: DecimalText | null; maximum: DecimalText | null };

/**
 * Something about a figure that deserves a second look; it does not stop the figure from being saved:
 * - `factor`: about 10, 100 or 1,000 times last year's, or that part of it (kWh for MWh, a lost decimal sign);
 * - `change`: further from last year than the KPI tolerates, in percent;
 * - `sign`: negative where last year's was positive, or the other way round;
 * - `part`: parts that together are more than their whole;
 * - `same`: last year's figure to the last digit, perhaps copied;
 * - `basisMissing`: an estimate that does not say what it rests on; alone among them it is not saved before it does.
 */
export type Question =
  | { code: "factor"; factor: 10 | 100 | 1000; than: "more" | "less"; suggestion: DecimalText }
  | { code: "change"; percent: DecimalText; than: "more" | "less" }
  | { code: "sign"; than: "more" | "less" }
  | { code: "part"; isWhole: boolean; other: string; amount: DecimalText }
  | { code: "same" }
  | { code: "basisMissing" };

/** Kind of a question. */
export type QuestionCode = Question["code"];

/** Every QuestionCode a person can answer by standing by the figure; an estimate's basis is simply to be written. */
export const confirmable = ["factor", "change", "sign", "part", "same"] as const satisfies readonly QuestionCode[];
export type Confirmable = (typeof confirmable)[number];

/** A share that is worked out from the figure: the figure of the other side, and its KPI's name. */
export type PartOf = { isWhole: boolean; other: string; figure: CellFigure };

const factors = [10, 100, 1000] as const;
/** Wider than this, the bands around two factors would meet. */
const widestBand = fraction("50");

/** The questions a cell raises beside last year's figure, the most pressing first. */
export function questionsTo(
  content: CellContent,
  rule: QuestionRule,
  lastYear: CellFigure | null,
  parts: readonly PartOf[] = [],
): Question[] {
  const unusual = unusualOf(content, rule, lastYear, parts);
  return owesBasis(content) ? [{ code: "basisMissing" }, ...unusual] : unusual;
}

function unusualOf(
  content: CellContent,
  rule: QuestionRule,
  lastYear: CellFigure | null,
  parts: readonly PartOf[],
): Question[] {
  const asked = overWhole(content, parts);
  const [now, before] = [measure(content), lastYear && measure(lastYear)];
  if (!now || !before || before.n === 0n) return asked;
  if (before.n < 0n !== now.n < 0n && now.n !== 0n)
    return [{ code: "sign", than: now.n < 0n ? "less" : "more" }, ...asked];
  const change = multiply(divide(absolute(subtract(now, before)), absolute(before))!, hundred);
  const tolerance = fraction(rule.tolerancePercent);
  const factor =
    content.amount === null
      ? null
      : factorBetween(now, before, compare(tolerance, widestBand) < 0 ? tolerance : widestBand);
  if (factor) return [{ ...factor, suggestion: shifted(now, factor, content.scale ?? 0) }, ...asked];
  if (compare(change, tolerance) > 0)
    return [{ code: "change", percent: round(change, 0), than: compare(now, before) > 0 ? "more" : "less" }, ...asked];
  if (change.n === 0n && content.scale === lastYear?.scale && isTelling(content, rule))
    return [{ code: "same" }, ...asked];
  return asked;
}

function overWhole({ amount }: CellFigure, parts: readonly PartOf[]): Question[] {
  if (amount === null) return [];
  const over = parts.find(({ isWhole, figure }) => {
    if (figure.amount === null) return false;
    const [part, whole] = isWhole ? [figure.amount, amount] : [amount, figure.amount];
    return compare(fraction(part), fraction(whole)) > 0;
  });
  return over ? [{ code: "part", isWhole: over.isWhole, other: over.other, amount: over.figure.amount! }] : [];
}

/** Between which figures this year's is expected after last year's, with as many decimals; null after 0, a split, or no figure. */
export function expectedRange(
  lastYear: CellFigure,
  { tolerancePercent, minimum, maximum }: QuestionRule,
): { low: DecimalText; high: DecimalText } | null {
  if (lastYear.amount === null || lastYear.scale === null) return null;
  const [before, share] = [fraction(lastYear.amount), divide(fraction(tolerancePercent), hundred)!];
  if (before.n === 0n) return null;
  const spread = multiply(absolute(before), share);
  const [low, high] = [subtract(before, spread), add(before, spread)];
  return {
    low: round(minimum !== null ? max(low, fraction(minimum)) : low, lastYear.scale),
    high: round(maximum !== null ? min(high, fraction(maximum)) : high, lastYear.scale),
  };
}

/** The number of a figure; of a split, the share of men. */
function measure({ amount, men }: CellFigure): Fraction | null {
  const text = amount ?? men;
  return text === null ? null : fraction(text);
}

function factorBetween(
  now: Fraction,
  before: Fraction,
  band: Fraction,
): { code: "factor"; factor: 10 | 100 | 1000; than: "more" | "less" } | null {
  for (const factor of factors) {
    const times = { n: BigInt(factor), d: 1n };
    if (isNear(now, multiply(before, times), band)) return { code: "factor", factor, than: "more" };
    if (isNear(multiply(now, times), before, band)) return { code: "factor", factor, than: "less" };
  }
  return null;
}

/** Whether two numbers are within so many percent of the second. */
function isNear(one: Fraction, other: Fraction, percent: Fraction): boolean {
  return compare(multiply(absolute(subtract(one, other)), hundred), multiply(absolute(other), percent)) <= 0;
}

/** The figure with its decimal sign moved to where last year's was, without zeros at the end. */
function shifted(
  now: Fraction,
  { factor, than }: { factor: number; than: "more" | "less" },
  scale: number,
): DecimalText {
  const times = { n: BigInt(factor), d: 1n };
  const moved = than === "more" ? divide(now, times)! : multiply(now, times);
  const written = round(moved, Math.min(6, scale + 3));
  return written.includes(".") ? written.replace(/\.?0+$/, "") : written;
}

/** Few digits (5 injuries) and the ends of a scale (100 % offered) repeat by themselves; three digits or more seldom do. */
function isTelling({ amount, men }: CellFigure, { minimum, maximum }: QuestionRule): boolean {
  const text = amount ?? men ?? "";
  const atEnd = [minimum, maximum].some((bound) => bound !== null && compare(fraction(bound), fraction(text)) === 0);
  return !atEnd && text.replace(/\D/g, "").replace(/^0+/, "").length >= 3;
}
