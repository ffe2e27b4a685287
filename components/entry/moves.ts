import type { Column } from "@/lib/value/draft/model";

/** The columns a hand can reach: the KPI's name, then what can be edited. */
export const reach = ["name", "figure", "status", "source", "note"] as const;

/** A place in the grid: a row, counted over all groups, and a column of `reach`. */
export type Place = { row: number; column: number };

/** A key as the grid needs it. */
export type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

const ROWS_A_PAGE = 10;

/**
 * Where a key leads from a place, as in a spreadsheet; null when it leads nowhere (Tab at the ends leaves the grid).
 * Enter and Tab pass over rows where nothing can be entered.
 */
export function placeAfter(
  { key, ctrlKey, metaKey, shiftKey }: Key,
  { row, column }: Place,
  isEntered: readonly boolean[],
): Place | null {
  const [last, lastColumn, jump] = [isEntered.length - 1, reach.length - 1, ctrlKey || metaKey];
  const within = (at: number) => Math.max(0, Math.min(last, at));
  switch (key) {
    case "ArrowUp":
      return { row: jump ? 0 : within(row - 1), column };
    case "ArrowDown":
      return { row: jump ? last : within(row + 1), column };
    case "ArrowLeft":
      return { row, column: jump ? 0 : Math.max(0, column - 1) };
    case "ArrowRight":
      return { row, column: jump ? lastColumn : Math.min(lastColumn, column + 1) };
    case "Home":
      return { row: jump ? 0 : row, column: 0 };
    case "End":
      return { row: jump ? last : row, column: lastColumn };
    case "PageUp":
      return { row: within(row - ROWS_A_PAGE), column };
    case "PageDown":
      return { row: within(row + ROWS_A_PAGE), column };
    case "Enter":
      return nextEntered({ row, column }, shiftKey ? -1 : 1, isEntered) ?? { row, column };
    case "Tab": {
      const beside = column + (shiftKey ? -1 : 1);
      if (isEntered[row] && beside >= 1 && beside <= lastColumn) return { row, column: beside };
      return nextEntered({ row, column: shiftKey ? lastColumn : 1 }, shiftKey ? -1 : 1, isEntered);
    }
    default:
      return null;
  }
}

function nextEntered({ row, column }: Place, step: 1 | -1, isEntered: readonly boolean[]): Place | null {
  for (let at = row + step; at >= 0 && at < isEntered.length; at += step) if (isEntered[at]) return { row: at, column };
  return null;
}

/** The next row of those marked, from the place on and round; null when none is. */
export function nextMarked(from: number, isMarked: readonly boolean[]): number | null {
  for (let step = 1; step <= isMarked.length; step += 1) {
    const at = (from + step) % isMarked.length;
    if (isMarked[at]) return at;
  }
  return null;
}

/** Whether a key types something, so that it begins an edit with what it types. */
export function isTyping({ key, ctrlKey, metaKey, altKey }: Key): boolean {
  return (key.length === 1 || key === "Dead" || key === "Process") && !ctrlKey && !metaKey && !altKey;
}

/** The edits of a block pasted at a place: across the columns and down the rows, one for one; `skipped` counts what fell outside. */
export function editsOf(block: readonly string[][], at: Place, rows: readonly { kpiId: string; isEntered: boolean }[]) {
  const edits: { kpiId: string; column: Column; text: string }[] = [];
  let skipped = 0;
  block.forEach((texts, down) =>
    texts.forEach((text, across) => {
      const [row, column] = [rows[at.row + down], reach[Math.max(1, at.column) + across]];
      // A blank beside a figure or a glyph says nothing about the status.
      if (column === "status" && text.trim() === "") return;
      if (row?.isEntered && column && column !== "name") edits.push({ kpiId: row.kpiId, column, text });
      else if (text.trim() !== "") skipped += 1;
    }),
  );
  return { edits, skipped };
}
