import { cellId, contentNow, type CellId, type DraftCell } from "@/lib/value/draft/model";
import { questionsTo, type PartOf, type Question } from "@/lib/value/question/model";
import type { CellFigure } from "@/lib/value/model";
import type { CellView, RowView } from "./view";

type Cells = Record<CellId, DraftCell>;
type Rows = ReadonlyMap<string, RowView>;

/** What a cell's figure is held against: the year before, as it stands on the sheet where it is on it. */
export function lastYearOf(row: RowView, { year, rule, lastYear }: CellView, cells: Cells): CellFigure | null {
  const before = row.years.find((one) => one.year === year - 1);
  const draft = cells[cellId(row.kpiId, year - 1)];
  if (!before || !draft) return lastYear;
  const isSeries = before.rule.unitOfMeasure === rule.unitOfMeasure && before.rule.valueKind === rule.valueKind;
  return isSeries ? contentNow(draft) : null;
}

/** Found once for each state of the sheet: the grid, its rows, its counts and its status all ask. */
const found = new WeakMap<Cells, WeakMap<CellView, Question[]>>();

/** The questions about a cell that nobody has answered yet, the most pressing first. */
export function openQuestions(row: RowView, at: CellView, rows: Rows, cells: Cells): Question[] {
  const known = found.get(cells) ?? new WeakMap<CellView, Question[]>();
  found.set(cells, known);
  const questions = known.get(at) ?? questionsNow(row, at, rows, cells);
  known.set(at, questions);
  return questions;
}

function questionsNow(row: RowView, at: CellView, rows: Rows, cells: Cells): Question[] {
  const draft = cells[at.id];
  if (!draft || !at.isEntered) return [];
  const parts = at.partOf.flatMap(({ isWhole, code }): PartOf[] => {
    const other = rows.get(code);
    const figure = other && cells[cellId(other.kpiId, at.year)];
    return figure ? [{ isWhole, other: other.name, figure: contentNow(figure) }] : [];
  });
  const answered = new Set<string | undefined>([...draft.confirmed.map(({ code }) => code), draft.answer?.code]);
  return questionsTo(contentNow(draft), at.rule, lastYearOf(row, at, cells), parts).filter(
    ({ code }) => !answered.has(code),
  );
}

/** Whether a cell asks something of whoever looks at it: it was refused, is in conflict or locked out, or is questioned. */
export function isFlagged(row: RowView, at: CellView, rows: Rows, cells: Cells): boolean {
  const draft = cells[at.id];
  return draft !== undefined && (isStopped(draft) || openQuestions(row, at, rows, cells).length > 0);
}

/** Whether what was typed cannot be stored before somebody has done something about it. */
export function isStopped(draft: DraftCell): boolean {
  return draft.refused !== null || draft.conflict !== null || draft.isLocked;
}
