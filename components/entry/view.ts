import type { FixedFormula } from "@/lib/kpi/schema";
import type { Locale } from "@/lib/language/model";
import type { CellFigure, StoredCell } from "@/lib/value/model";
import type { QuestionRule } from "@/lib/value/question/model";
import type { KpiRule } from "@/lib/value/reading/model";
import type { RowKind } from "@/lib/value/sheet/model";
import type { EntryWords } from "./words";

/** A figure as printed, and what stands behind it. */
export type PrintedText = { text: string; title: string };

/** One row of the grid, ready to draw. */
export type RowView = {
  kpiId: string;
  code: string;
  name: string;
  fullName: string;
  definition: string;
  unitOfMeasure: string;
  kind: RowKind;
  formula: FixedFormula | null;
  decimals: number | null;
  rule: KpiRule & QuestionRule;
  before: [PrintedText, PrintedText];
  lastYear: CellFigure | null;
  cell: StoredCell | null;
  /** This year, where the row is not entered here. */
  worked: PrintedText & { lacks: string[]; coverage: string };
};

export type GroupView = { code: string; name: string; colour: string | null; rows: RowView[] };

/** Everything the grid draws, in the reader's language; plain data. */
export type SheetView = {
  org: string;
  userId: string;
  orgUnit: { id: string; code: string; name: string };
  year: number;
  locale: Locale;
  isReadOnly: boolean;
  /** Why it is read only, or what is asked for by when. */
  lead: string;
  /** The day in Copenhagen, as ISO: what was saved today is told by the hour. */
  today: string;
  /** Address of a KPI's page, before its code. */
  kpiPath: string;
  mayReadHistory: boolean;
  groups: GroupView[];
  words: EntryWords;
};
