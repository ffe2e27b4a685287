/** A place in the grid: a row, counted over all groups, and a column; column 0 holds the KPIs' names. */
export type Place = { row: number; column: number };

/** A rectangle of places, both ends included. */
export type Range = { top: number; left: number; bottom: number; right: number };

/** What the grid looks like to a hand: how large it is, and where something can be entered. */
export type Shape = { rows: number; columns: number; isEntered: (row: number, column: number) => boolean };

/** A key as the grid needs it. */
export type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

const ROWS_A_PAGE = 10;

/**
 * Where a key leads from a place, as in a spreadsheet; null when it leads nowhere (Tab at the ends leaves the grid).
 * Enter and Tab pass over cells where nothing can be entered.
 */
export function placeAfter({ key, ctrlKey, metaKey, shiftKey }: Key, place: Place, shape: Shape): Place | null {
  const { row, column } = place;
  const [last, lastColumn, jump] = [shape.rows - 1, shape.columns - 1, ctrlKey || metaKey];
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
      return nextInColumn(place, shiftKey ? -1 : 1, shape) ?? place;
    case "Tab":
      return nextInReading(place, shiftKey ? -1 : 1, shape);
    default:
      return null;
  }
}

function nextInColumn({ row, column }: Place, step: 1 | -1, { rows, isEntered }: Shape): Place | null {
  for (let at = row + step; at >= 0 && at < rows; at += step) if (isEntered(at, column)) return { row: at, column };
  return null;
}

function nextInReading({ row, column }: Place, step: 1 | -1, { rows, columns, isEntered }: Shape): Place | null {
  for (let at = row * columns + column + step; at >= 0 && at < rows * columns; at += step) {
    const next = { row: Math.floor(at / columns), column: at % columns };
    if (next.column > 0 && isEntered(next.row, next.column)) return next;
  }
  return null;
}

/** The next of some places in reading order, from a place on and round; null when there is none. */
export function nextOf(places: readonly Place[], { row, column }: Place): Place | null {
  return places.find((one) => one.row > row || (one.row === row && one.column > column)) ?? places[0] ?? null;
}

/** Whether a key types something, so that it begins an edit with what it types. */
export function isTyping({ key, ctrlKey, metaKey, altKey }: Key): boolean {
  return (key.length === 1 || key === "Dead" || key === "Process") && !ctrlKey && !metaKey && !altKey;
}

/** Whether a key moves the place, so that with Shift it extends the selection instead. */
export function isMove(key: string): boolean {
  return /^(Arrow|Home$|End$|Page)/.test(key);
}

/** The rectangle between where a selection began and where it has come to. */
export function rangeOf(anchor: Place, place: Place): Range {
  return {
    top: Math.min(anchor.row, place.row),
    bottom: Math.max(anchor.row, place.row),
    left: Math.min(anchor.column, place.column),
    right: Math.max(anchor.column, place.column),
  };
}

/** Whether a place lies in a rectangle. */
export function isWithin({ top, left, bottom, right }: Range, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Rows and columns of a rectangle. */
export function sizeOf({ top, left, bottom, right }: Range): { rows: number; columns: number } {
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

/** Every place of a rectangle, row by row. */
export function placesOf({ top, left, bottom, right }: Range): Place[][] {
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, across) => ({ row: top + down, column: left + across })),
  );
}
