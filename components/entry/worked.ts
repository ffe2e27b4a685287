import { calculate } from "@/lib/calculation/model";
import { formulaInputs } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import { fraction, round, type Fraction } from "@/lib/number/fraction";
import { measure, roundSplit, type Quantity } from "@/lib/quantity/model";
import { contentNow, type DraftCell } from "@/lib/value/draft/model";
import type { RowView } from "./view";

type Worked = { text: string; lacks: string[] };
/** Decimals of a calculated figure whose KPI fixes none. */
const CALCULATED_DECIMALS = 2;

/**
 * What a calculated row comes to with the figures as they stand on the sheet, from unrounded inputs; or the codes of
 * the rows it still lacks. Null when it follows from rows that are not entered here: then the server's word counts.
 */
export function workedOut(
  row: RowView,
  rows: ReadonlyMap<string, RowView>,
  cells: Record<string, DraftCell>,
  locale: Locale,
): Worked | null {
  if (!row.formula || !formulaInputs(row.formula).every((code) => isEntered(code, rows, 0))) return null;
  const { quantity, lacks } = quantityOf(row, rows, cells);
  if (!quantity) return { text: "", lacks };
  const decimals = row.decimals ?? (quantity.kind === "split" ? 0 : CALCULATED_DECIMALS);
  return {
    text:
      quantity.kind === "split"
        ? formatSplit(roundSplit(quantity, decimals), locale)
        : formatDecimal(round(quantity.amount, decimals), locale),
    lacks: [],
  };
}

/** Deeper than this, formulas lead in a circle. */
const DEEPEST = 8;

function isEntered(code: string, rows: ReadonlyMap<string, RowView>, depth: number): boolean {
  const row = rows.get(code);
  if (!row || depth > DEEPEST) return false;
  return (
    row.kind === "asked" ||
    (row.formula !== null && formulaInputs(row.formula).every((input) => isEntered(input, rows, depth + 1)))
  );
}

function quantityOf(
  row: RowView,
  rows: ReadonlyMap<string, RowView>,
  cells: Record<string, DraftCell>,
): { quantity: Quantity | null; lacks: string[] } {
  const inputOf = (code: string): Fraction | null => {
    const input = rows.get(code)!;
    if (input.formula) {
      const { quantity } = quantityOf(input, rows, cells);
      return quantity && measure(quantity);
    }
    const { amount } = contentNow(cells[input.kpiId]!);
    return amount === null ? null : fraction(amount);
  };
  return calculate(row.formula!, inputOf);
}
