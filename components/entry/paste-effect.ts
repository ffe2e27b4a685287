import { readText } from "@/lib/import/text/model";
import { conversion, converted, converts, factorText } from "@/lib/import/unit/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { contentNow, edited, refusedIn, type Column, type DraftCell, type Refused } from "@/lib/value/draft/model";
import type { Question } from "@/lib/value/question/model";
import { owesBasis, plain, type CellContent, type CellFigure } from "@/lib/value/model";
import { readCell, writeCell } from "@/lib/value/reading/model";
import { lastYearOf, openQuestions } from "./asked";
import { cellText } from "./cell-text";
import type { Edit } from "./sheet-state";
import type { CellView, RowView } from "./view";
import { workedOut } from "./worked";

/** A text of a paste with the row and year it goes to. */
export type Going = {
  row: RowView;
  cell: CellView;
  column: Column;
  text: string;
  guess: string | null;
  unit: string | null;
};

/**
 * What a paste does to one cell: it changes it, says what it says already, is refused, or cannot go there (`locked`);
 * it waits for what its estimate rests on; what is worked out is compared, and agrees, differs, or cannot be worked
 * out yet (`lacks`).
 */
export type Effect = Going & {
  outcome: "changed" | "waits" | "same" | "refused" | "locked" | "agrees" | "differs" | "lacks";
  before: string;
  after: string;
  refused: Refused | null;
  questions: Question[];
  /** What the cell says then, and what it is held against. */
  content: CellContent | null;
  lastYear: CellFigure | null;
  /** Taken off or put right on the way: a footnote mark, a unit of measure. */
  mark: string;
  factor: string;
};

/** Everything a paste would do, cell by cell, and the edits that do it. Nothing is changed. */
export function effectsOf(
  going: readonly Going[],
  byCode: ReadonlyMap<string, RowView>,
  cells: Record<string, DraftCell>,
  locale: Locale,
): { effects: Effect[]; edits: Edit[] } {
  const after = { ...cells };
  const edits: Edit[] = [];
  const read = going.map((one) => {
    const draft = cells[one.cell.id];
    const clean = one.column === "figure" ? cleaned(one, locale) : { text: one.text, mark: "", factor: "" };
    if (one.cell.isEntered && draft) {
      const { id } = one.cell;
      after[id] = edited(after[id]!, one.column, clean.text, one.cell.rule, locale);
      edits.push({ id, column: one.column, text: clean.text });
    }
    return { ...one, ...clean };
  });
  const effects = read.map((one): Effect => {
    const { cell, row, column, text } = one;
    const nothing = { ...one, before: "", after: text, refused: null, questions: [], content: null, lastYear: null };
    const isWorkedOut = cell.kind === "calculated" || cell.kind === "consolidated";
    // There is nothing beside a figure that is worked out: a blank agrees with that.
    if (isWorkedOut && column !== "figure") return { ...nothing, outcome: text.trim() === "" ? "same" : "locked" };
    if (isWorkedOut) {
      const worked = workedOut(cell, byCode, after, locale) ?? { text: cell.worked.text, lacks: cell.worked.lacks };
      return { ...nothing, before: worked.text, outcome: compared(text, worked.text, cell, locale) };
    }
    if (!cell.isEntered || !cells[cell.id]) return { ...nothing, outcome: "locked" };
    const [before, now] = [cells[cell.id]!, after[cell.id]!];
    const texts = { before: cellText(before, column, locale), after: cellText(now, column, locale) };
    const refused = refusedIn(now, column);
    if (refused) return { ...nothing, ...texts, outcome: "refused", refused };
    const isSame = texts.before === texts.after && refusedIn(before, column) === null;
    const questions = isSame || column !== "figure" ? [] : openQuestions(row, cell, byCode, after);
    const held = { content: contentNow(now), lastYear: lastYearOf(row, cell, after) };
    const outcome = isSame ? "same" : owesBasis(held.content) ? "waits" : "changed";
    return { ...nothing, ...texts, ...held, questions, outcome };
  });
  return { effects, edits };
}

/** A figure without what tables glue to it, where it is no figure as it stands; in the KPI's unit of measure, where its own column names another. */
export function cleaned(
  { text, cell, unit }: Pick<Going, "text" | "cell" | "unit">,
  locale: Locale,
): { text: string; mark: string; factor: string } {
  const { rule } = cell;
  const asIs = readCell(text, rule, locale);
  const read = asIs.ok ? null : readText(text, rule.valueKind, locale);
  const isPlain =
    read?.ok && read.figure !== null && (read.unit === null || !converts(conversion(read.unit, rule.unitOfMeasure)));
  const known = read?.ok && read.unit !== null ? conversion(read.unit, rule.unitOfMeasure).factor !== null : true;
  const figure = asIs.ok ? asIs.figure : isPlain && known && read.ok ? read.figure : null;
  if (!figure) return { text, mark: "", factor: "" };
  const mark = !asIs.ok && read?.ok ? read.mark : "";
  const change = unit && figure.amount !== null ? conversion(unit, rule.unitOfMeasure) : null;
  if (change?.factor && converts(change)) {
    const result = converted(figure.amount!, change.factor);
    const { by, isDivisor } = factorText(change.factor);
    if (result)
      return {
        text: formatDecimal(result.amount, locale, { decimals: result.scale }),
        mark,
        factor: `${change.from} → ${change.to} ${isDivisor ? "÷" : "×"} ${formatDecimal(by, locale)}`,
      };
  }
  return { text: asIs.ok ? text : writeCell(figure, locale), mark, factor: "" };
}

/** Whether a pasted figure is the one worked out: to the decimals it is printed with. A glyph agrees with no figure. */
function compared(text: string, worked: string, { rule }: CellView, locale: Locale): "agrees" | "differs" | "lacks" {
  const [mine, theirs] = [text, worked].map((one) => readCell(one, { ...rule, minimum: null, maximum: null }, locale));
  if (!mine!.ok) return "differs";
  const { amount, men, status } = mine!.figure;
  const hasFigure = amount !== null || men !== null;
  if (!theirs!.ok || theirs!.figure.status === null) return hasFigure ? "lacks" : "agrees";
  const other = theirs!.figure;
  const isSame = hasFigure
    ? plain(amount) === plain(other.amount) && plain(men) === plain(other.men)
    : status === other.status || (other.amount === null && other.men === null);
  return isSame ? "agrees" : "differs";
}
