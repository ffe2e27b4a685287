import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { isMove, isTyping, nextOf, placeAfter, placesOf, type Place, type Shape } from "@/lib/value/selection/model";
import type { Edit } from "./sheet-state";
import type { SheetStore } from "./store";
import { cellAt, type Hand } from "./use-hand";
import type { RowView, SheetView } from "./view";

type Context = {
  view: SheetView;
  rows: RowView[];
  store: SheetStore;
  hand: Hand;
  /** Whether something stands under the row of a place. */
  says: (place: Place) => boolean;
  /** Places that ask something of whoever looks, in reading order. */
  flagged: () => Place[];
  onBeside: () => void;
  onTold: (told: string) => void;
};

/** What the keys do in the grid, as in a spreadsheet. */
export function onKey(event: KeyboardEvent<HTMLTableElement>, context: Context): void {
  const { view, rows, store, hand, says, flagged, onBeside, onTold } = context;
  const { key, altKey, shiftKey, target } = event;
  const { place, editing } = hand;
  if ((target as HTMLElement).closest(".msg")) return leaveMessage(event, hand, view.columns.length - 1);
  const row = rows[place.row];
  if (!row || event.nativeEvent.isComposing) return;
  const here = cellAt(rows, view, place);
  const isEditing = editing !== null;
  const isChoosing = isEditing && here?.column === "status";
  const controls = event.ctrlKey || event.metaKey;
  const shape: Shape = {
    rows: rows.length,
    columns: view.columns.length,
    isEntered: (at, column) => hand.isEntered({ row: at, column }),
  };
  const act = (what: () => void) => {
    event.preventDefault();
    what();
  };
  const columnOf = (kind: string) => view.columns.findIndex((column) => column.kind === kind);

  if (altKey && key === "Enter") return act(() => (hand.end(true), onBeside()));
  if (altKey && key === "ArrowDown" && columnOf("status") > 0)
    return isChoosing ? undefined : act(() => hand.begin({ row: place.row, column: columnOf("status") }, null));
  if (altKey && key.toLowerCase() === "k")
    return act(() => {
      if (columnOf("note") > 0) hand.begin({ row: place.row, column: columnOf("note") }, null);
      else onBeside();
    });
  if (key === "F8") return act(() => hand.end(true, nextOf(flagged(), place)));
  if (key === "Escape") {
    if (isEditing) return act(() => hand.end(false, place));
    if (hand.range) return act(() => hand.go(place));
    return here && store.get().cells[here.cell.id] ? store.discard(here.cell.id) : undefined;
  }
  if (isEditing) {
    const leaves = ["Enter", "Tab"].includes(key) || (["ArrowUp", "ArrowDown"].includes(key) && !isChoosing);
    if (!leaves) return;
    const to = placeAfter(event, place, shape);
    if (to) return act(() => hand.end(true, to));
    return hand.end(true);
  }
  if (controls && key.toLowerCase() === "z") return act(() => takeBack(shiftKey ? "redo" : "undo"));
  if (controls && key.toLowerCase() === "y") return act(() => takeBack("redo"));
  if (controls && key.toLowerCase() === "d") return act(fillDown);
  if (controls && key.toLowerCase() === "a")
    return act(() =>
      hand.go({ row: shape.rows - 1, column: shape.columns - 1 }, { from: { row: 0, column: 1 }, takes: false }),
    );
  if (key === "Tab" && !shiftKey && here && here.column === "figure" && says(place))
    return act(() => hand.table.current?.querySelector<HTMLElement>(`#m-${row.kpiId} :is(button, input)`)?.focus());
  // The name is a link: Enter follows it.
  if (!here && key === "Enter") return;
  if (key === "F2") return act(() => (hand.isEntered(place) ? hand.begin(place, null) : refuse()));
  if (key === "Delete" || key === "Backspace") return act(() => store.edit(edits(() => "")));
  if (isTyping(event) && here) {
    if (!hand.isEntered(place)) return act(refuse);
    if (here.column === "status") return act(() => hand.begin(place, null));
    // The input has the focus before the browser acts on the key, and so receives what it types.
    return flushSync(() => hand.begin(place, ""));
  }
  const to = placeAfter(event, place, shape);
  if (!to) return;
  act(() => hand.go(to, { from: shiftKey && isMove(key) ? (hand.anchor ?? place) : null }));

  function refuse() {
    const reason = view.years[here ? row!.years.indexOf(here.cell) : 0]?.reason;
    onTold(reason || view.words.state.notAskedHere);
  }

  /** An edit of every cell selected that can be entered. */
  function edits(textFor: (at: Place) => string): Edit[] {
    const { row: top, column: left } = place;
    return placesOf(hand.range ?? { top, left, bottom: top, right: left })
      .flat()
      .flatMap((at) => {
        const found = cellAt(rows, view, at);
        return found?.cell.isEntered ? [{ id: found.cell.id, column: found.column, text: textFor(at) }] : [];
      });
  }

  /** What stands in the first row of the selection, or above a single cell, goes into all below it. */
  function fillDown() {
    const top = hand.range && hand.range.bottom > hand.range.top ? hand.range.top : place.row - 1;
    if (top < 0) return;
    store.edit(edits(({ row, column }) => hand.textAt(row > top ? { row: top, column } : { row, column })));
  }

  function takeBack(which: "undo" | "redo") {
    const step = store[which]();
    const words = view.words.told;
    if (!step) return onTold(which === "undo" ? words.nothingToUndo : words.nothingToRedo);
    onTold(words[step.length === 1 ? (`${which}One` as const) : which].replace("{count}", String(step.length)));
    const at = rows.findIndex(({ years }) => years.some(({ id }) => id === step[0]!.id));
    if (at < 0) return;
    const year = rows[at]!.years.findIndex(({ id }) => id === step[0]!.id);
    hand.go({ row: at, column: view.columns.findIndex((one) => one.kind === "figure" && one.at === year) });
  }
}

/** Tab walks through the buttons of a message and on; Esc goes back to its cell. */
function leaveMessage(event: KeyboardEvent<HTMLTableElement>, { place, go }: Hand, lastColumn: number): void {
  const stops = [...(event.target as HTMLElement).closest("tr")!.querySelectorAll<HTMLElement>("button, a, input")];
  const at = stops.indexOf(event.target as HTMLElement) + (event.shiftKey ? -1 : 1);
  if (event.key !== "Escape" && (event.key !== "Tab" || stops[at])) return;
  event.preventDefault();
  go({ row: place.row, column: Math.min(lastColumn, place.column + (event.key === "Tab" && !event.shiftKey ? 1 : 0)) });
}
