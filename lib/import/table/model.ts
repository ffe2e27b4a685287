import type { FileCell, FileRow, SheetFacts } from "@/lib/import/cell/model";

/** A sheet as far as it must be known to understand it: its first rows, what its columns say, and what stands around the cells. */
export type SheetLook = SheetFacts & {
  name: string;
  isHidden: boolean;
  /** The first rows that have cells. */
  rows: FileRow[];
  /** Rows with cells. */
  count: number;
  hiddenRows: number;
  /** By column, its different texts in the order they come; cut at `mostTexts`. */
  texts: Map<number, Set<string>>;
  /** The same of what is no text to the file, in the first columns: a code may be a number. How it is written says nothing of how texts are. */
  numbers: Map<number, Set<string>>;
};

const keptRows = 80;
/** Different texts of a column that are kept: labels are few, figures are many. */
const mostTexts = 3_000;
const longestLabel = 200;
/** Columns in which a number may be a label. */
const labelColumns = 8;

/** Looks through a sheet's rows as they come. */
export function looker(name: string, isHidden: boolean): { look: SheetLook; take(rows: FileRow[]): void } {
  const look: SheetLook = {
    name,
    isHidden,
    rows: [],
    count: 0,
    hiddenRows: 0,
    texts: new Map(),
    numbers: new Map(),
    merges: [],
    hiddenColumns: [],
  };
  function take(rows: FileRow[]): void {
    for (const row of rows) {
      if (row.cells.length === 0) continue;
      look.count += 1;
      if (row.isHidden) look.hiddenRows += 1;
      if (look.rows.length < keptRows) look.rows.push(row);
      for (const cell of row.cells) {
        if (cell.kind === "text") keepText(look.texts, cell);
        else if (cell.column < labelColumns) keepText(look.numbers, cell);
      }
    }
  }
  return { look, take };
}

/** What stands in a column of labels, be it text or number to the file. */
export function labelTexts({ texts, numbers }: SheetLook, column: number): string[] {
  return [...new Set([...(texts.get(column) ?? []), ...(numbers.get(column) ?? [])])];
}

function keepText(texts: Map<number, Set<string>>, { column, text }: FileCell): void {
  let known = texts.get(column);
  if (!known) texts.set(column, (known = new Set()));
  if (known.size < mostTexts && text.length <= longestLabel) known.add(text.trim());
}

/** Gives the cells under a merged cell its content, in the rows at hand: a heading over three columns is the heading of each. */
export function spread(rows: FileRow[], { merges }: SheetFacts): FileRow[] {
  if (merges.length === 0) return rows;
  const byIndex = new Map(rows.map((row) => [row.index, { ...row, cells: [...row.cells] }]));
  for (const { top, left, bottom, right } of merges) {
    const corner = byIndex.get(top)?.cells.find((cell) => cell.column === left);
    if (!corner || right - left > 500 || bottom - top > 5_000) continue;
    for (let at = top; at <= bottom; at++) {
      const row = byIndex.get(at);
      for (let column = left; row && column <= right; column++)
        if (at !== top || column !== left) row.cells.push({ ...corner, column });
    }
  }
  return [...byIndex.values()].map((row) => ({ ...row, cells: row.cells.sort((a, b) => a.column - b.column) }));
}
