"use client";
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
} from "react";
import { flushSync } from "react-dom";
import { isBlock, readBlock } from "@/lib/value/clipboard/model";
import type { Column } from "@/lib/value/draft/model";
import { cellText, hasMessage } from "./cell-text";
import { GridHead } from "./grid-head";
import { editsOf, isTyping, nextMarked, placeAfter, reach, type Place } from "./moves";
import { Row } from "./row";
import type { SheetState, SheetStore } from "./store";
import type { RowView, SheetView } from "./view";
import { workedOut } from "./worked";

const columnAt = (at: Place) => reach[at.column] as Column;

type Props = {
  view: SheetView;
  rows: RowView[];
  store: SheetStore;
  state: SheetState;
  onPlace: (row: number) => void;
  onTyping: (kpiId: string | null) => void;
  /** What stands beside the cell in hand is asked for. */
  onBeside: () => void;
};

/**
 * The grid: one tab stop, moved within by keys as in a spreadsheet. A place is either looked at or edited; what was
 * typed is handed to the store when the place is left, and what it refuses stays in the cell.
 */
export function Grid({ view, rows, store, state, onPlace, onTyping, onBeside }: Props) {
  const { locale, isReadOnly } = view;
  const table = useRef<HTMLTableElement>(null);
  const isEntered = useMemo(() => rows.map(({ kind }) => kind === "asked" && !isReadOnly), [rows, isReadOnly]);
  const byCode = useMemo(() => new Map(rows.map((row) => [row.code, row])), [rows]);
  const [place, setPlace] = useState<Place>(() => ({ row: Math.max(0, isEntered.indexOf(true)), column: 1 }));
  const [editing, setEditing] = useState<string | null>(null);
  // What is typed and where, known at once: an input that goes away must not end the edit that took its place.
  const typed = useRef<(Place & { text: string }) | null>(null);
  const takesFocus = useRef(false);
  // Says that keys are heard: the page was complete before, but silent.
  useEffect(() => {
    table.current!.dataset.ready = "true";
  }, []);

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    const target = table.current?.querySelector<HTMLElement>(
      editing === null ? `[data-place="${place.row} ${place.column}"]` : "[data-edit]",
    );
    target?.focus();
    if (target instanceof HTMLInputElement) target.setSelectionRange(target.value.length, target.value.length);
  }, [place, editing]);

  const textAt = (at: Place) => cellText(store.get().cells[rows[at.row]!.kpiId]!, columnAt(at), locale);

  function go(to: Place, takes = true) {
    takesFocus.current = takes;
    setPlace({ row: to.row, column: to.column });
    onPlace(to.row);
  }

  function begin(at: Place, text: string | null) {
    if (!isEntered[at.row] || at.column === 0) return;
    end(true);
    const begun = { row: at.row, column: at.column, text: text ?? textAt(at) };
    typed.current = begun;
    setEditing(begun.text);
    onTyping(rows[at.row]!.kpiId);
    go(at);
  }

  function type(text: string) {
    if (!typed.current) return;
    typed.current.text = text;
    setEditing(text);
    store.typing({ kpiId: rows[typed.current.row]!.kpiId, column: columnAt(typed.current), text });
  }

  /** Ends the edit going on: what was typed counts, unless it is what stood there. */
  function end(isKept: boolean, to: Place | null = null) {
    const edit = typed.current;
    typed.current = null;
    if (edit) {
      if (isKept && edit.text !== textAt(edit))
        store.edit([{ kpiId: rows[edit.row]!.kpiId, column: columnAt(edit), text: edit.text }]);
      else store.typing(null);
      setEditing(null);
      onTyping(null);
    }
    if (to) go(to);
  }

  /** Pointing at a cell, or reaching it with Tab, makes it the place. */
  function onFocus(event: FocusEvent) {
    const [row, column] = (event.target as HTMLElement).dataset.place?.split(" ").map(Number) ?? [];
    if (row !== undefined && column !== undefined && (row !== place.row || column !== place.column))
      go({ row, column }, false);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const { key, altKey, target } = event;
    if ((target as HTMLElement).closest(".msg")) return leaveMessage(event);
    const row = rows[place.row];
    if (!row || event.nativeEvent.isComposing) return;
    const isEditing = editing !== null;
    const isChoosing = isEditing && columnAt(place) === "status";
    const act = (what: () => void) => {
      event.preventDefault();
      what();
    };
    if (altKey && key === "ArrowDown")
      return isChoosing ? undefined : act(() => begin({ row: place.row, column: reach.indexOf("status") }, null));
    if (altKey && key.toLowerCase() === "k")
      return act(() => begin({ row: place.row, column: reach.indexOf("note") }, null));
    if (altKey && key === "Enter") return act(() => (end(true), onBeside()));
    if (key === "F8") {
      const problem = nextMarked(
        place.row,
        rows.map((one) => hasMessage(state.cells[one.kpiId], one)),
      );
      return act(() => end(true, problem === null ? null : { row: problem, column: 1 }));
    }
    if (key === "Escape") return isEditing ? act(() => end(false, place)) : store.discard(row.kpiId);
    if (isEditing) {
      const leaves = ["Enter", "Tab"].includes(key) || (["ArrowUp", "ArrowDown"].includes(key) && !isChoosing);
      if (!leaves) return;
      const to = placeAfter(event, place, isEntered);
      if (to) return act(() => end(true, to));
      return end(true);
    }
    if (key === "Tab" && !event.shiftKey && place.column === 1 && hasMessage(state.cells[row.kpiId], row)) {
      return act(() => table.current?.querySelector<HTMLElement>(`#m-${row.kpiId} button`)?.focus());
    }
    // The name is a link: Enter follows it.
    if (place.column === 0 && key === "Enter") return;
    if (key === "F2") return act(() => begin(place, null));
    if (key === "Delete" || key === "Backspace")
      return isEntered[place.row] && place.column > 0
        ? act(() => store.edit([{ kpiId: row.kpiId, column: columnAt(place), text: "" }]))
        : undefined;
    if (isTyping(event) && isEntered[place.row] && place.column > 0) {
      if (columnAt(place) === "status") return act(() => begin(place, null));
      // The input has the focus before the browser acts on the key, and so receives what it types.
      return flushSync(() => begin(place, ""));
    }
    const to = placeAfter(event, place, isEntered);
    if (to) act(() => go(to));
  }

  function leaveMessage(event: KeyboardEvent<HTMLTableElement>) {
    const buttons = [...(event.target as HTMLElement).closest("tr")!.querySelectorAll<HTMLElement>("button, a")];
    const at = buttons.indexOf(event.target as HTMLElement) + (event.shiftKey ? -1 : 1);
    if (event.key !== "Escape" && (event.key !== "Tab" || buttons[at])) return;
    event.preventDefault();
    go({ row: place.row, column: event.key === "Tab" && !event.shiftKey ? 2 : 1 });
  }

  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text/plain");
    if (!text || (editing !== null && !isBlock(text)) || (event.target as HTMLElement).closest(".msg")) return;
    event.preventDefault();
    end(false);
    const { edits, skipped } = editsOf(
      readBlock(text),
      place,
      rows.map(({ kpiId }, row) => ({ kpiId, isEntered: isEntered[row]! })),
    );
    store.edit(edits, skipped);
    go(place);
  }

  function onCopy(event: ClipboardEvent) {
    const cell = state.cells[rows[place.row]?.kpiId ?? ""];
    if (editing !== null || !cell || place.column === 0 || !getSelection()?.isCollapsed) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", cellText(cell, columnAt(place), locale));
  }

  return (
    <div className="entry-scroll">
      <table
        ref={table}
        className="tbl entry-grid"
        role="grid"
        aria-readonly={isReadOnly || undefined}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onPaste={onPaste}
        onCopy={onCopy}
      >
        <GridHead view={view} />
        {view.groups.map((group) => (
          <tbody key={group.code}>
            <tr className={`gh ${group.colour ?? ""}`}>
              <th scope="rowgroup" colSpan={8}>
                <span>{group.name}</span>
              </th>
            </tr>
            {group.rows.map((row) => {
              const index = rows.indexOf(row);
              const isHere = place.row === index;
              const worked = row.kind === "calculated" ? workedOut(row, byCode, state.cells, locale) : null;
              return (
                <Row
                  key={row.kpiId}
                  row={row}
                  index={index}
                  view={view}
                  cell={state.cells[row.kpiId]}
                  store={store}
                  column={isHere ? place.column : null}
                  editing={isHere ? editing : null}
                  isEntered={isEntered[index]!}
                  workedText={worked ? worked.text : row.worked.text}
                  lacks={(worked?.lacks.map((code) => byCode.get(code)?.name ?? code) ?? row.worked.lacks).join(", ")}
                  onType={type}
                  onBegin={(column) => begin({ row: index, column }, null)}
                  onBack={() => go({ row: index, column: 1 })}
                  onChosen={() => end(true, place)}
                  onLeave={(column) => typed.current?.row === index && typed.current.column === column && end(true)}
                />
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
