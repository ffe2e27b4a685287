import type { ApprovalState } from "@/lib/approval/model";
import type { FixedFormula } from "@/lib/kpi/schema";
import type { Locale } from "@/lib/language/model";
import type { CellId, Column, Confirmed } from "@/lib/value/draft/model";
import type { CellFigure, StoredCell } from "@/lib/value/model";
import type { SheetFilter } from "@/lib/value/filter/model";
import type { QuestionRule } from "@/lib/value/question/model";
import type { KpiRule } from "@/lib/value/reading/model";
import type { RowKind } from "@/lib/value/sheet/model";
import type { EntryWords } from "./words";

/** A figure as printed, and what stands behind it. */
export type PrintedText = { text: string; title: string };

/** One KPI of the grid in one year. */
export type CellView = {
  id: CellId;
  year: number;
  kind: RowKind | null;
  /** Asked for, in a year that is open to whoever looks at it. */
  isEntered: boolean;
  formula: FixedFormula | null;
  decimals: number | null;
  rule: KpiRule & QuestionRule;
  lastYear: CellFigure | null;
  /** Shares that are worked out from it, by the code of the other side. */
  partOf: { isWhole: boolean; code: string }[];
  cell: StoredCell | null;
  confirmed: Confirmed[];
  /** What it comes to where it is not entered here. */
  worked: PrintedText & { lacks: string[]; coverage: string };
};

/** One row of the grid, ready to draw. */
export type RowView = {
  kpiId: string;
  code: string;
  name: string;
  fullName: string;
  /** Every other name it goes by. */
  names: string[];
  parentCode: string | null;
  owner: string | null;
  /** Whether whoever looks was asked for it. */
  isRequested: boolean;
  definition: string;
  unitOfMeasure: string;
  before: PrintedText[];
  years: CellView[];
};

export type GroupView = { code: string; name: string; colour: string | null; rows: RowView[] };

/** A year of the sheet: whether it can be entered, and if not, why. */
export type YearView = {
  year: number;
  isOpen: boolean;
  reason: string;
  state: string;
  /** Where a value of this published year is restated, before its KPI's code; null where it is not, or not by this person. */
  restatePath: string | null;
};

/** A column a hand can reach: the KPI's name, or what can be edited of a year. `at` counts the sheet's years. */
export type GridColumn = { kind: "name" } | { kind: Column; at: number };

/** What was said of one version of a value; `comment`: why it was sent back. */
export type ApprovalMark = { version: number; state: ApprovalState; word: string; comment: string };

/** Everything the grid draws, in the reader's language; plain data. */
export type SheetView = {
  org: string;
  user: { id: string; email: string };
  orgUnit: { id: string; code: string; name: string };
  year: number;
  /** The newest first. One: with status, source and remark beside it; several: figures only. */
  years: YearView[];
  columns: GridColumn[];
  locale: Locale;
  /** In none of its years something can be entered. */
  isReadOnly: boolean;
  /** Why it is read only, or what is asked for by when. */
  lead: string;
  /** The day in Copenhagen, as ISO: what was saved today is told by the hour. */
  today: string;
  /** Address of a KPI's page, before its code. */
  kpiPath: string;
  mayReadHistory: boolean;
  filter: SheetFilter;
  owners: { id: string; name: string }[];
  groups: GroupView[];
  /** How far the values of the sheet's year have come towards approval, by KPI; drafts are not there. */
  approvals: Record<string, ApprovalMark>;
  words: EntryWords;
};
