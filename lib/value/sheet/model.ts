import type { StoredCell, CellFigure } from "@/lib/value/model";
import type { QuestionRule } from "@/lib/value/question/model";
import type { KpiRule } from "@/lib/value/reading/model";
import type { PeriodState } from "@/lib/database/generated/enums";
import type { Figure } from "@/lib/figure/model";
import type { FixedFormula } from "@/lib/kpi/schema";

/**
 * What a row of an entry sheet is for:
 * - `asked`: the org unit enters it;
 * - `calculated`: it follows from other rows;
 * - `consolidated`: it follows from the org units below;
 * - `notAsked`: something is stored here, but nothing is asked.
 */
export type RowKind = "asked" | "calculated" | "consolidated" | "notAsked";

/** One KPI on an entry sheet. */
export type SheetRow = {
  kpiId: string;
  code: string;
  name: string;
  shortName: string;
  definition: string;
  /** Printed form, in the reader's language. */
  unitOfMeasure: string;
  kind: RowKind;
  /** Of a calculated row. */
  formula: FixedFormula | null;
  rule: KpiRule & QuestionRule;
  /** Decimals fixed by the KPI; null: as entered. */
  decimals: number | null;
  /** The two years before, the older first. */
  before: [Figure, Figure];
  /** Last year's figure as it was entered here; null where nothing was. */
  lastYear: CellFigure | null;
  /** This year, as it is stored; null: nothing was ever stored. */
  cell: StoredCell | null;
  /** This year, as it is worked out for a row that is not asked. */
  figure: Figure;
};

/** The rows of one pillar; `colour` is null for base data without a pillar. */
export type SheetGroup = { code: string; name: string | null; colour: string | null; rows: SheetRow[] };

/** What one org unit is asked for in one year. */
export type EntrySheet = {
  year: number;
  orgUnit: { id: string; code: string; name: string; isRoot: boolean };
  period: { state: PeriodState; dueOn: string | null };
  groups: SheetGroup[];
};

/** Cells of a sheet or of a part of it, counted. */
export type Progress = { filled: number; pending: number; missing: number };

/** Whether values of the period may be entered and changed. */
export function isOpenForEntry(state: PeriodState): boolean {
  return state === "open" || state === "inReview";
}

/** How many of the asked cells are answered (with a figure, or with a status that says why there is none), pending, and missing. */
export function progressOf(statuses: readonly CellFigure["status"][]): Progress {
  const pending = statuses.filter((status) => status === "pending").length;
  const missing = statuses.filter((status) => status === null).length;
  return { filled: statuses.length - pending - missing, pending, missing };
}
