import type { ValueOrigin, ValueStatus } from "@/lib/database/generated/enums";
import { remarkIn, remarkWith, type Locale } from "@/lib/language/model";
import type { DecimalText } from "@/lib/number/model";

/** The figure of a cell: a status, and with `reported` and `estimated` exactly one of a number or a split. A null status is an empty cell, which is never 0. */
export type CellFigure = {
  status: ValueStatus | null;
  /** The number, exact; null for a split and where there is none. */
  amount: DecimalText | null;
  /** Decimals the number was entered with: 0,9 stays 0,9. */
  scale: number | null;
  /** Shares of a split in percent; they sum to 100. */
  men: DecimalText | null;
  women: DecimalText | null;
};

/** What stands beside the figure. */
export type CellWords = {
  /** What an estimate rests on, or why there is no figure. */
  basis: string;
  comment: string;
  source: string;
};

/** Counts behind a share, score or split, where they are known. */
export type CellCounts = {
  numerator: DecimalText | null;
  denominator: DecimalText | null;
  promoters: number | null;
  passives: number | null;
  detractors: number | null;
};

/** Everything a person can say in one cell. */
export type CellContent = CellFigure & CellWords;

/** The place of a cell: one KPI, one org unit, one year. */
export type CellKey = { kpiId: string; orgUnitId: string; year: number };

/** A cell as somebody wants it, and the version of it they saw (0: there was no row yet). `restores`: the earlier version it brings back. */
export type CellWrite = CellKey & CellContent & Partial<CellCounts> & { seen: number; restores?: number };

/** A cell as it is stored, and who stored it last. */
export type StoredCell = CellContent & {
  version: number;
  origin: ValueOrigin;
  isExample: boolean;
  by: string;
  at: string;
};

/** Doors through which a figure can come in, as they are written into its history. */
export type Door = "page" | "import" | "command" | "demo";

/**
 * Why a cell cannot be written, a closed list:
 * - `unknown`: no such KPI or org unit in this organisation;
 * - `noPeriod`: the year has no reporting period;
 * - `periodClosed`: the period is closed or published;
 * - `calculated`: the KPI is worked out from others in that year;
 * - `notCollected`: the KPI is not asked of this org unit in that year, or the org unit is not open;
 * - `wrongKind`: a number for a split, or a split for a number;
 * - `belowMinimum`, `aboveMaximum`: outside what makes sense for the KPI;
 * - `basisMissing`: an estimate that does not say what it rests on.
 */
export const writeRefusals = [
  "unknown",
  "noPeriod",
  "periodClosed",
  "calculated",
  "notCollected",
  "wrongKind",
  "belowMinimum",
  "aboveMaximum",
  "basisMissing",
] as const;
export type WriteRefusal = (typeof writeRefusals)[number];

/** What became of one cell of a block. `unchanged`: it said so already. `conflict`: somebody stored something else since the version that was seen. */
export type CellOutcome =
  | { outcome: "saved"; version: number; at: string }
  | { outcome: "unchanged"; version: number; at: string | null }
  | { outcome: "conflict"; stored: StoredCell }
  | { outcome: "refused"; code: WriteRefusal };

/** Longest remark, source or basis: a paragraph. */
export const longestWords = 2_000;

/** A cell that says nothing. */
export const emptyContent: CellContent = {
  status: null,
  amount: null,
  scale: null,
  men: null,
  women: null,
  basis: "",
  comment: "",
  source: "",
};

/** Whether a status carries a figure. */
export function carriesFigure(status: ValueStatus | null): boolean {
  return status === "reported" || status === "estimated";
}

/** Whether the cell is an estimate that does not say what it rests on: such a one is never stored. */
export function owesBasis({ status, basis }: Pick<CellContent, "status" | "basis">): boolean {
  return status === "estimated" && basis.trim() === "";
}

/** Whether two cells say the same: figures by their exact value and printed decimals, words to the letter. */
export function saysTheSame(a: CellContent, b: CellContent): boolean {
  return (
    a.status === b.status &&
    a.scale === b.scale &&
    plain(a.amount) === plain(b.amount) &&
    plain(a.men) === plain(b.men) &&
    plain(a.women) === plain(b.women) &&
    a.basis === b.basis &&
    a.comment === b.comment &&
    a.source === b.source
  );
}

/** Drops the zeros the database pads an exact decimal with: "7.290000" is "7.29". */
export function plain(amount: DecimalText | null): DecimalText | null {
  return amount?.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

/** Statuses that owe a reason: what an estimate rests on, or why there is no figure. */
function owesReason(status: ValueStatus | null): boolean {
  return status !== null && status !== "reported";
}

/** The remark of a cell as one text: its reason, where the status owes one, and its comment. */
export function noteOf({ basis, comment }: Pick<CellWords, "basis" | "comment">): string {
  return [basis, comment].filter((words) => words !== "").join(" · ");
}

/** The remark as a reader of the language sees it. */
export function noteIn({ basis, comment }: Pick<CellWords, "basis" | "comment">, locale: Locale): string {
  return noteOf({ basis: remarkIn(basis, locale), comment: remarkIn(comment, locale) });
}

/** The cell with a remark as a reader of the language wrote it: what is there for readers of the other stays. */
export function withNoteIn<Cell extends CellContent>(cell: Cell, note: string, locale: Locale): Cell {
  if (note === noteIn(cell, locale)) return cell;
  const single = cell.basis === "" || cell.comment === "";
  return withNote(cell, single ? remarkWith(noteOf(cell), note, locale) : note);
}

/** The cell with a remark, kept where it belongs: as the reason, where the status owes one, else as the comment. */
export function withNote<Cell extends CellContent>(cell: Cell, note: string): Cell {
  return owesReason(cell.status) ? { ...cell, basis: note, comment: "" } : { ...cell, basis: "", comment: note };
}

/** The cell with another figure. A single remark goes with it to where the new status keeps remarks. */
export function withFigure<Cell extends CellContent>(cell: Cell, figure: CellFigure): Cell {
  const changed = { ...cell, ...figure };
  const single = cell.basis === "" || cell.comment === "";
  return single && owesReason(cell.status) !== owesReason(figure.status) ? withNote(changed, noteOf(cell)) : changed;
}
