import { isFigure } from "@/lib/import/mapping/model";
import type { ImportPlan, SheetPlan } from "@/lib/import/model";

/**
 * What a plan does not say, without which no figure of a sheet can be placed, a closed list:
 * - `noSheet`: no sheet is read at all;
 * - `noHead`: no heading row is known, so that the sheet has no columns;
 * - `noFigures`: no column is used as figures;
 * - `noKpi`, `noOrgUnit`, `noYear`: neither a column, a column of figures nor the whole sheet says of which.
 */
export type Gap = { sheet: number | null; code: "noSheet" | "noHead" | "noFigures" | "noKpi" | "noOrgUnit" | "noYear" };

/** Every gap of a plan, sheet by sheet; none: each figure can be placed, or is refused for itself. */
export function gapsIn({ sheets }: Pick<ImportPlan, "sheets">): Gap[] {
  const used = sheets.filter(({ isUsed }) => isUsed);
  return used.length === 0 ? [{ sheet: null, code: "noSheet" }] : used.flatMap(gapsOf);
}

function gapsOf(plan: SheetPlan): Gap[] {
  const { sheet, columns, fixed } = plan;
  if (columns.length === 0) return [{ sheet, code: "noHead" }];
  const figures = columns.filter(({ role }) => isFigure(role));
  if (figures.length === 0) return [{ sheet, code: "noFigures" }];
  const says = (dimension: "kpi" | "orgUnit" | "year") =>
    fixed[dimension] !== null ||
    columns.some(({ role }) => role === dimension) ||
    figures.some((column) => column[dimension] !== null);
  return (
    [
      ["kpi", "noKpi"],
      ["orgUnit", "noOrgUnit"],
      ["year", "noYear"],
    ] as const
  ).flatMap(([dimension, code]) => (says(dimension) ? [] : [{ sheet, code }]));
}
