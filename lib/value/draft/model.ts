import { remarkWith, type Locale } from "@/lib/language/model";
import {
  carriesFigure,
  emptyContent,
  owesBasis,
  saysTheSame,
  withFigure,
  withNoteIn,
  longestWords,
  type CellContent,
  type StoredCell,
  type WriteRefusal,
} from "@/lib/value/model";
import type { Confirmable } from "@/lib/value/question/model";
import { readCell, readStatus, type CellRefusal, type KpiRule, type RefusedText } from "@/lib/value/reading/model";

/** What of a cell can be edited: its figure, its status, its source, and its remark. */
export const columns = ["figure", "status", "source", "note"] as const;
export type Column = (typeof columns)[number];

/** A cell of a sheet, by its KPI and year. */
export type CellId = string;

/** Names the cell of a KPI in a year. */
export function cellId(kpiId: string, year: number): CellId {
  return `${kpiId} ${year}`;
}

/** The KPI and year a cell is of. */
export function placeOf(id: CellId): { kpiId: string; year: number } {
  const [kpiId = "", year] = id.split(" ");
  return { kpiId, year: Number(year) };
}

/** What somebody said to a question about the figure: that it stands, and why. */
export type Confirmed = { code: Confirmable; comment: string; by: string; at: string };

/**
 * A text that was refused and stays as it was typed. `tooLong`: more than a paragraph; `unfinished`: the page
 * closed while it was being typed.
 */
export type Refused = {
  column: Column;
  text: string;
  code: CellRefusal | WriteRefusal | "tooLong" | "unfinished";
  suggestions: string[];
  limit: string | null;
  /** A refused text of another column of the same cell, which waits until this one is settled. */
  also?: Refused | null;
};

/** A cell in front of somebody: what is stored, as far as the browser knows, and what is not stored yet. */
export type DraftCell = {
  saved: CellContent;
  version: number;
  savedAt: string | null;
  isExample: boolean;
  /** Accepted, but not known to be stored. */
  want: CellContent | null;
  /** On its way; `want` may have moved on since. */
  sending: CellContent | null;
  refused: Refused | null;
  /** What somebody else stored meanwhile; nothing more is sent before a choice. */
  conflict: StoredCell | null;
  /** Entered since the page was opened: questions about it are asked in full. */
  isTouched: boolean;
  /** The year was closed before it could be stored; it is kept, and sent when a new page finds the year open. */
  isLocked: boolean;
  /** Questions about the stored figure that were answered. */
  confirmed: readonly Confirmed[];
  /** An answer that is not known to be stored. */
  answer: { code: Confirmable; comment: string } | null;
};

/** What a cell is in, in one word; the most pressing wins. */
export type CellState = "refused" | "conflict" | "locked" | "saving" | "waiting" | "missing" | "pending" | "saved";

/** A cell as it was loaded. */
export function loaded(cell: StoredCell | null, confirmed: readonly Confirmed[] = []): DraftCell {
  const saved = cell ? contentOf(cell) : emptyContent;
  return {
    saved,
    version: cell?.version ?? 0,
    savedAt: cell?.at ?? null,
    isExample: cell?.isExample ?? false,
    want: null,
    sending: null,
    refused: null,
    conflict: null,
    isTouched: false,
    isLocked: false,
    confirmed,
    answer: null,
  };
}

/** What the cell says to whoever looks at it. */
export function contentNow(cell: DraftCell): CellContent {
  return cell.want ?? cell.saved;
}

/** The cell's state. */
export function stateOf(cell: DraftCell): CellState {
  if (cell.refused) return "refused";
  if (cell.conflict) return "conflict";
  if (cell.isLocked) return "locked";
  if (cell.sending) return "saving";
  if (cell.want && owesBasis(cell.want)) return "refused";
  if (cell.want || cell.answer) return "waiting";
  return cell.saved.status === null ? "missing" : cell.saved.status === "pending" ? "pending" : "saved";
}

/** Whether something of the cell would be lost with the page. */
export function isUnsaved(cell: DraftCell): boolean {
  return cell.want !== null || cell.refused !== null || cell.answer !== null;
}

/** Whether the cell can be sent now. An estimate waits until it says what it rests on. */
export function isReady(cell: DraftCell): boolean {
  const { want, sending, conflict, isLocked } = cell;
  return want !== null && !owesBasis(want) && sending === null && conflict === null && !isLocked;
}

/** Whether an answer can be sent now: it belongs to the figure as it is stored. */
export function isAnswerReady(cell: DraftCell): boolean {
  return cell.answer !== null && cell.want === null && cell.refused === null && cell.conflict === null;
}

/** What was refused in a column of the cell. */
export function refusedIn({ refused }: Pick<DraftCell, "refused">, column: Column): Refused | null {
  return refused && (refused.column === column ? refused : refusedIn({ refused: refused.also ?? null }, column));
}

/** What is refused in a cell with one text more: the figure's comes first, and nothing that was typed is lost. */
export function refusedToo({ refused }: DraftCell, one: Refused): Refused {
  const others = without(refused, one.column);
  return others?.column === "figure"
    ? { ...others, also: { ...one, also: others.also ?? null } }
    : { ...one, also: others };
}

function without(refused: Refused | null, column: Column): Refused | null {
  if (!refused) return null;
  const others = without(refused.also ?? null, column);
  return refused.column === column ? others : { ...refused, also: others };
}

/** The cell after a text was typed or pasted into one of its columns: accepted, or refused and kept as typed. */
export function edited(cell: DraftCell, column: Column, text: string, rule: KpiRule, locale: Locale): DraftCell {
  const now = contentNow(cell);
  const refuse = (refused: Refused) => ({ ...cell, isTouched: true, refused: refusedToo(cell, refused) });
  const rest = without(cell.refused, column);
  if (column === "source" || column === "note") {
    const words = oneLine(text);
    const content =
      column === "source" ? { ...now, source: remarkWith(now.source, words, locale) } : withNoteIn(now, words, locale);
    if ([content.source, content.basis, content.comment].some(({ length }) => length > longestWords))
      return refuse({ column, text: words, code: "tooLong", suggestions: [], limit: null });
    return { ...wanting(cell, content), refused: rest };
  }
  const read = column === "figure" ? readCell(text, rule, locale, now.status === "estimated") : readStatus(text, now);
  if (!read.ok) return refuse(refusedText(column, text, read));
  const after = wanting(cell, withFigure(now, read.figure));
  // Emptied, or with a status that has no figure: what was refused of the figure is settled with it.
  if (!carriesFigure(read.figure.status)) return { ...after, refused: without(without(rest, "figure"), "status") };
  const status = refusedIn(cell, "status");
  const accepted = { ...after, refused: rest };
  return column === "figure" && status?.code === "statusNeedsFigure"
    ? edited(accepted, "status", status.text, rule, locale)
    : accepted;
}

/** Words as one line the database can hold: a clipboard may bring line breaks, control characters and half characters. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
}

function refusedText(column: Column, text: string, { code, suggestions, limit }: RefusedText): Refused {
  return { column, text: text.trim(), code, suggestions, limit };
}

function wanting(cell: DraftCell, content: CellContent): DraftCell {
  const isStored = cell.sending === null && cell.conflict === null && saysTheSame(content, cell.saved);
  const keeps = sameFigure(content, contentNow(cell));
  return {
    ...cell,
    isTouched: true,
    want: isStored ? null : content,
    // What was said of one figure is not said of the next.
    answer: keeps ? cell.answer : null,
    confirmed: keeps ? cell.confirmed : [],
  };
}

/** What a cell says, a refused text included, so that a step can be taken back. */
export type Snapshot = { content: CellContent; refused: Refused | null };

/** The cell as it is, to come back to. */
export function snapshot(cell: DraftCell): Snapshot {
  return { content: contentNow(cell), refused: cell.refused };
}

/** Whether two snapshots say the same. */
export function isSame(one: Snapshot, other: Snapshot): boolean {
  return saysTheSame(one.content, other.content) && JSON.stringify(one.refused) === JSON.stringify(other.refused);
}

/** The cell as it once was. What is stored by now is written back like anything typed. */
export function broughtBack(cell: DraftCell, { content, refused }: Snapshot): DraftCell {
  return { ...wanting(cell, content), refused };
}

/** The cell without its first refused text, which goes back to what it said before. */
export function discarded(cell: DraftCell): DraftCell {
  return cell.isLocked
    ? { ...cell, refused: null, want: null, isLocked: false }
    : { ...cell, refused: cell.refused?.also ?? null };
}

/** Whether two cells say the same figure, whatever stands beside it. */
export function sameFigure(one: CellContent, other: CellContent): boolean {
  return one.amount === other.amount && one.men === other.men && one.women === other.women;
}

/** A cell without the provenance it is stored with. */
export function contentOf({ status, amount, scale, men, women, basis, comment, source }: CellContent): CellContent {
  return { status, amount, scale, men, women, basis, comment, source };
}
