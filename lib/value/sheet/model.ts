import type { Confirmed } from "@/lib/value/draft/model";
import type { StoredCell, CellFigure } from "@/lib/value/model";
import type { QuestionRule } from "@/lib/value/question/model";
import type { KpiRule } from "@/lib/value/reading/model";
import type { PeriodState } from "@/lib/database/generated/enums";
import type { Counting } from "@/lib/evaluation/model";
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

/** One KPI of an entry sheet in one year. */
export type SheetCell = {
  year: number;
  /** Null before the KPI's first definition, or where nothing is known of it. */
  kind: RowKind | null;
  /** Of a calculated cell. */
  formula: FixedFormula | null;
  rule: KpiRule & QuestionRule;
  /** Decimals fixed by the KPI; null: as entered. */
  decimals: number | null;
  /** The year before's figure as it was entered here, in the same unit of measure; null where nothing was. */
  lastYear: CellFigure | null;
  /** As it is stored; null: nothing was ever stored. */
  cell: StoredCell | null;
  /** Answers to questions about the stored figure. */
  confirmed: Confirmed[];
  /** As it is worked out for a cell that is not asked. */
  figure: Figure;
  /** Of the organisation's own sheet: what its org units come to, where a figure was entered as well. */
  beside: { consolidated: Figure; counts: Counting } | null;
  /** It tells of so few people that whoever asks may not see it; then nothing of it is here. */
  isHidden?: boolean;
};

/** One KPI on an entry sheet. */
export type SheetRow = {
  kpiId: string;
  code: string;
  name: string;
  shortName: string;
  /** Every name it goes by, in any language and year. */
  names: string[];
  /** Code of the KPI it is printed under. */
  parentCode: string | null;
  owner: { id: string; name: string } | null;
  definition: string;
  /** Printed form, in the reader's language. */
  unitOfMeasure: string;
  /** The two years before the sheet's own, the older first; null: hidden from whoever asks. */
  before: [Figure | null, Figure | null];
  /** The sheet's years, the newest first. */
  years: SheetCell[];
};

/** The rows of one pillar; `colour` is null for base data without a pillar. */
export type SheetGroup = { code: string; name: string | null; colour: string | null; rows: SheetRow[] };

/** A reporting year of a sheet. */
export type SheetYear = { year: number; state: PeriodState; dueOn: string | null };

/** What one org unit is asked for in one year, or in several beside each other. */
export type EntrySheet = {
  year: number;
  orgUnit: { id: string; code: string; name: string; isRoot: boolean };
  /** The newest first: the sheet's own year, and those before it that were asked for. */
  years: SheetYear[];
  groups: SheetGroup[];
};

/** Years that stand beside each other on a sheet of history: as many as the statutory five-year overview. */
const mostYears = 5;

/** How many years an address asks for; one, if it does not say. */
export function spanFrom(text: string | string[] | undefined): number {
  const span = typeof text === "string" && /^\d$/.test(text) ? Number(text) : 1;
  return Math.max(1, Math.min(mostYears, span));
}

/** Cells of a sheet or of a part of it, counted. */
export type Progress = { filled: number; pending: number; missing: number };

/** Whether values of the period may be entered and changed. */
export function isOpenForEntry(state: PeriodState): boolean {
  return state === "open" || state === "inReview";
}
