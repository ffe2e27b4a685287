"use client";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Column } from "@/lib/value/draft/model";
import { rangeOf, type Place, type Range } from "@/lib/value/selection/model";
import { cellText } from "./cell-text";
import type { SheetStore } from "./store";
import type { CellView, RowView, SheetView } from "./view";

/** What is being typed in the grid, and where. */
export type Typing = { id: string; column: Column; text: string };

type Options = {
  view: SheetView;
  rows: RowView[];
  store: SheetStore;
  onPlace: (place: Place) => void;
  onTyping: (typing: Typing | null) => void;
};

/** The cell of a place, and its column; null for a KPI's name. */
export function cellAt(
  rows: RowView[],
  { columns }: SheetView,
  place: Place,
): { cell: CellView; column: Column } | null {
  const [row, column] = [rows[place.row], columns[place.column]];
  return row && column && column.kind !== "name" ? { cell: row.years[column.at]!, column: column.kind } : null;
}

/**
 * The hand in the grid: where it is, from where to where it has selected, and what it is typing. What was typed is
 * handed to the store when the place is left, and what that refuses stays in the cell.
 */
export function useHand({ view, rows, store, onPlace, onTyping }: Options) {
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>(() => ({
    row: Math.max(
      0,
      rows.findIndex(({ years }) => years.some(({ isEntered }) => isEntered)),
    ),
    column: 1,
  }));
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  // What is typed and where, known at once: an input that goes away must not end the edit that took its place.
  const typed = useRef<(Place & { text: string }) | null>(null);
  const takesFocus = useRef(false);
  const range: Range | null = anchor && rangeOf(anchor, place);

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    const target = table.current?.querySelector<HTMLElement>(
      editing === null ? `[data-place="${place.row} ${place.column}"]` : "[data-edit]",
    );
    // No further than it takes: centred, as a browser would have it, a cell at the end carries the grid's head away.
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (target instanceof HTMLInputElement) target.setSelectionRange(target.value.length, target.value.length);
  }, [place, editing]);

  // Says that keys are heard: the page was complete before, but silent.
  useEffect(() => {
    table.current!.dataset.ready = "true";
  }, []);

  const isEntered = (at: Place) => cellAt(rows, view, at)?.cell.isEntered ?? false;

  function textAt(at: Place): string {
    const found = cellAt(rows, view, at);
    const draft = found && store.get().cells[found.cell.id];
    return draft ? cellText(draft, found.column, view.locale) : "";
  }

  /** Moves the hand. `from`: where a selection began that now reaches here. */
  function go(to: Place, { takes = true, from = null }: { takes?: boolean; from?: Place | null } = {}) {
    takesFocus.current = takes;
    setPlace({ row: to.row, column: to.column });
    setAnchor(from && (from.row !== to.row || from.column !== to.column) ? from : null);
    onPlace(to);
  }

  /** Begins an edit with a text, or (null) with what stands there. */
  function begin(at: Place, text: string | null) {
    if (!isEntered(at)) return;
    end(true);
    const begun = { row: at.row, column: at.column, text: text ?? textAt(at) };
    typed.current = begun;
    setEditing(begun.text);
    tell(begun);
    go(at);
  }

  function tell(at: Place & { text: string }) {
    const { cell, column } = cellAt(rows, view, at)!;
    onTyping({ id: cell.id, column, text: at.text });
  }

  function type(text: string) {
    if (!typed.current) return;
    typed.current.text = text;
    setEditing(text);
    tell(typed.current);
    const { cell, column } = cellAt(rows, view, typed.current)!;
    store.typing({ id: cell.id, column, text });
  }

  /** Ends the edit going on: what was typed counts, unless it is what stood there. */
  function end(isKept: boolean, to: Place | null = null) {
    const edit = typed.current;
    typed.current = null;
    if (edit) {
      const { cell, column } = cellAt(rows, view, edit)!;
      if (isKept && edit.text !== textAt(edit)) store.edit([{ id: cell.id, column, text: edit.text }]);
      else store.typing(null);
      setEditing(null);
      onTyping(null);
    }
    if (to) go(to);
  }

  /** The input of a place lost the focus. */
  function leave(at: Place) {
    if (typed.current?.row === at.row && typed.current.column === at.column) end(true);
  }

  return { table, place, anchor, range, editing, isEntered, textAt, go, begin, type, end, leave };
}

export type Hand = ReturnType<typeof useHand>;
