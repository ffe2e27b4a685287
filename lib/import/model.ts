import type { Locale } from "@/lib/language/model";
import type { CellRefusal } from "@/lib/value/reading/model";
import type { WriteRefusal } from "@/lib/value/model";

/** What a column of a table is for. A `value` column may itself say of which KPI, org unit and year its figures are. */
export const columnRoles = [
  "kpi",
  "orgUnit",
  "year",
  "unitOfMeasure",
  "status",
  "basis",
  "comment",
  "source",
  "value",
  "men",
  "women",
  "ignore",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** One column as it is to be read. Codes, not ids: a plan is remembered and outlives a reload of the KPIs. */
export type ColumnPlan = {
  /** From 0. */
  column: number;
  /** Its heading, the lines of it joined. */
  head: string;
  role: ColumnRole;
  kpi: string | null;
  orgUnit: string | null;
  year: number | null;
  /** Unit of measure named in the heading, as it is written there. */
  unit: string | null;
};

/** One sheet as it is to be read. Rows from 0. */
export type SheetPlan = {
  sheet: number;
  isUsed: boolean;
  /** The heading rows, ascending. */
  head: number[];
  columns: ColumnPlan[];
  /** What holds for every figure of the sheet where neither row nor column says. */
  fixed: { kpi: string | null; orgUnit: string | null; year: number | null };
};

/** How a file is to be read. Texts of the file lead to codes; an empty code leaves the text out on purpose. */
export type ImportPlan = {
  /** How numbers in text cells are written. */
  notation: Locale;
  takesHidden: boolean;
  sheets: SheetPlan[];
  kpis: Record<string, string>;
  orgUnits: Record<string, string>;
  /** Unit of measure by KPI code and text of the file ("electricity kWh"); an empty code: as the KPI counts. */
  units: Record<string, string>;
};

/**
 * Why a cell of a file is not taken, a closed list. Besides the refusals of the number grammar and of a save:
 * - `errorValue`, `uncalculated`, `date`, `boolean`: what the cell holds is no figure;
 * - `approximate`: "ca. 100", "<5": a figure is exact, or an estimate that says so;
 * - `hidden`: in a hidden row, column or sheet;
 * - `merged`: one figure over several columns or rows of figures;
 * - `unknownKpi`, `unknownOrgUnit`, `unknownYear`: the row or column could not be matched;
 * - `contradiction`: two columns of the row name different KPIs, org units or years;
 * - `unitMismatch`: counted in a unit of measure that cannot be converted to the KPI's;
 * - `percentFormat`: shown as a percentage, but the KPI is none;
 * - `duplicate`: the file says something else for the same KPI, org unit and year elsewhere;
 * - `notYours`: an org unit the person does not enter for.
 */
export type ImportRefusal =
  | "errorValue"
  | "uncalculated"
  | "date"
  | "boolean"
  | "approximate"
  | "hidden"
  | "merged"
  | "unknownKpi"
  | "unknownOrgUnit"
  | "unknownYear"
  | "contradiction"
  | "unitMismatch"
  | "percentFormat"
  | "duplicate"
  | "notYours"
  | CellRefusal
  | WriteRefusal;

/** What became of a figure on its way in: a difference to what is there, the same, refused, or compared with what is calculated. */
export type Outcome = "added" | "changed" | "unchanged" | "refused" | "compared";

/** A list of an import's figures to look at: by outcome, or those that differ from what is calculated, deserve a second look, or were left by an undo because somebody changed them since. */
export type View = Outcome | "differing" | "questioned" | "kept";

/** Figures by outcome, and refusals by reason; `questioned` of the added and changed deserve a second look. */
export type Summary = {
  cells: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  compared: number;
  differing: number;
  questioned: number;
  /** Of an undo: figures taken back, and figures left because somebody changed them since. */
  undone: number;
  kept: number;
  leftOut: number;
  refusals: Record<string, number>;
};

/** Nothing counted yet. */
export const emptySummary: Summary = {
  cells: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  compared: 0,
  differing: 0,
  questioned: 0,
  undone: 0,
  kept: 0,
  leftOut: 0,
  refusals: {},
};

/** States in which the product works, and nobody is waited for. */
const workingStates = ["looking", "previewing", "importing", "undoing"] as const;
export type WorkingState = (typeof workingStates)[number];

/** Whether the product works on the import right now. */
export function isWorking(state: string): state is WorkingState {
  return (workingStates as readonly string[]).includes(state);
}
