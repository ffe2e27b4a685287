import type { ValueStatus } from "@/lib/database/generated/enums";
import type { Evaluated } from "@/lib/evaluation/model";
import type { DecimalText } from "@/lib/number/model";
import type { Tree } from "@/lib/org-unit/model";
import { afterTheEnd, figureOf, type YearCell } from "@/lib/year-view/model";

/**
 * A figure of the organisation as the report of a year showed it on the day the year was published. It is kept as it
 * was printed, because what it followed from may be restated, and the formulas of the product may change as well.
 */
export type PublishedFigure = {
  kpiId: string;
  reportYear: number;
  year: number;
  status: ValueStatus | null;
  amount: DecimalText | null;
  men: DecimalText | null;
  women: DecimalText | null;
  decimals: number;
  unitOfMeasure: string;
};

/** Years the report of a year shows, its own included. */
export const REPORT_WINDOW = 5;

/** What the report of `reportYear` shows of one KPI: its figures of the window, ascending, rounded as they are printed. */
export function publishedFigures(
  kpi: { id: string; unitOfMeasure: string },
  reportYear: number,
  cells: { year: number; cell: Evaluated; fixed: number | null }[],
  tree: Tree,
): PublishedFigure[] {
  return afterTheEnd(cells satisfies YearCell[]).map(({ year, cell, fixed }) => {
    const { status, amount, split, decimals } = figureOf(year, cell, fixed, tree);
    return {
      kpiId: kpi.id,
      reportYear,
      year,
      status: status === "missing" ? null : status,
      amount,
      men: split?.men ?? null,
      women: split?.women ?? null,
      decimals,
      unitOfMeasure: kpi.unitOfMeasure,
    };
  });
}
