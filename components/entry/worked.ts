import { calculate } from "@/lib/calculation/model";
import { formulaInputs } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import { fraction, round, type Fraction } from "@/lib/number/fraction";
import { measure, roundSplit, type Quantity } from "@/lib/quantity/model";
import { contentNow, type CellId, type DraftCell } from "@/lib/value/draft/model";
import { glyphOf } from "@/lib/value/reading/model";
import type { CellView, RowView } from "./view";

type Worked = { text: string; lacks: string[] };
/** Decimals of a calculated figure whose KPI fixes none. */
const CALCULATED_DECIMALS = 2;

/**
 * What a calculated cell comes to with the figures as they stand on the sheet, from unrounded inputs; or the codes of
 * the rows it still lacks. Null when it follows from rows that are not entered here: then the server's word counts.
 */
export function workedOut(
  cell: CellView,
  rows: ReadonlyMap<string, RowView>,
  cells: Record<CellId, DraftCell>,
  locale: Locale,
): Worked | null {
  const { formula, year } = cell;
  if (!formula || !formulaInputs(formula).every((code) => isEntered(cellOf(rows, code, year), rows, 0))) return null;
  const { quantity, lacks } = quantityOf(cell, rows, cells);
  if (!quantity) return { text: reasonAmong(formulaInputs(formula), year, rows, cells), lacks };
  const decimals = cell.decimals ?? (quantity.kind === "split" ? 0 : CALCULATED_DECIMALS);
  return {
    text:
      quantity.kind === "split"
        ? formatSplit(roundSplit(quantity, decimals), locale)
        : formatDecimal(round(quantity.amount, decimals), locale),
    lacks: [],
  };
}

/** Why there is no figure, as the glyph of the most telling status among the inputs; the same order as in the evaluation. */
function reasonAmong(
  codes: string[],
  year: number,
  rows: ReadonlyMap<string, RowView>,
  cells: Record<CellId, DraftCell>,
): string {
  const statuses = codes.map((code) => {
    const draft = cells[cellOf(rows, code, year)!.id];
    return draft ? contentNow(draft).status : null;
  });
  const order = ["pending", "discontinued", "notMeasured", "notApplicable"] as const;
  const found = order.find((status) => statuses.includes(status));
  return found ? glyphOf[found] : "";
}

/** Deeper than this, formulas lead in a circle. */
const DEEPEST = 8;

function cellOf(rows: ReadonlyMap<string, RowView>, code: string, year: number): CellView | undefined {
  return rows.get(code)?.years.find((cell) => cell.year === year);
}

function isEntered(cell: CellView | undefined, rows: ReadonlyMap<string, RowView>, depth: number): boolean {
  if (!cell || depth > DEEPEST) return false;
  const { kind, formula, year } = cell;
  return (
    kind === "asked" ||
    (formula !== null && formulaInputs(formula).every((code) => isEntered(cellOf(rows, code, year), rows, depth + 1)))
  );
}

function quantityOf(
  { formula, year }: CellView,
  rows: ReadonlyMap<string, RowView>,
  cells: Record<CellId, DraftCell>,
): { quantity: Quantity | null; lacks: string[] } {
  const inputOf = (code: string): Fraction | null => {
    const input = cellOf(rows, code, year)!;
    if (input.formula) {
      const { quantity } = quantityOf(input, rows, cells);
      return quantity && measure(quantity);
    }
    const { amount } = contentNow(cells[input.id]!);
    return amount === null ? null : fraction(amount);
  };
  return calculate(formula!, inputOf);
}
