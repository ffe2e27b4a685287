"use client";
import type { ClipboardEvent } from "react";
import { isBlock, writeBlock, writeTable } from "@/lib/value/clipboard/model";
import { placesOf, type Place, type Range } from "@/lib/value/selection/model";
import { readPasted } from "./later";
import type { SheetStore } from "./store";
import { cellAt, type Hand } from "./use-hand";
import type { RowView, SheetView } from "./view";

/** A block from the clipboard, and where it was pasted. */
export type Pasted = { block: string[][]; place: Place; range: Range | null };

type Options = {
  view: SheetView;
  rows: RowView[];
  store: SheetStore;
  hand: Hand;
  /** What stands at a place for whoever looks at it. */
  shown: (at: Place) => string;
  onPasted: (pasted: Pasted) => void;
  onTold: (told: string) => void;
};

/** Copy, cut and paste of blocks, as text and as a table, as spreadsheets take and give them. */
export function useClipboard({ view, rows, store, hand, shown, onPasted, onTold }: Options) {
  const { place, range, editing } = hand;
  const single = { top: place.row, bottom: place.row, left: place.column, right: place.column };
  const isElsewhere = (event: ClipboardEvent) => (event.target as HTMLElement).closest(".msg") !== null;

  function copy(event: ClipboardEvent): boolean {
    if (editing !== null || isElsewhere(event) || !getSelection()?.isCollapsed) return false;
    event.preventDefault();
    const texts = placesOf(range ?? single).map((row) => row.map(shown));
    event.clipboardData.setData("text/plain", writeBlock(texts));
    event.clipboardData.setData("text/html", writeTable(texts));
    return true;
  }

  return {
    onCopy: (event: ClipboardEvent) => void copy(event),
    onCut(event: ClipboardEvent) {
      if (!copy(event)) return;
      const found = placesOf(range ?? single).flatMap((row) => row.flatMap((at) => cellAt(rows, view, at) ?? []));
      store.edit(found.flatMap(({ cell, column }) => (cell.isEntered ? [{ id: cell.id, column, text: "" }] : [])));
    },
    onPaste(event: ClipboardEvent) {
      const [text, html] = [event.clipboardData.getData("text/plain"), event.clipboardData.getData("text/html")];
      if ((!text && !html) || isElsewhere(event)) return;
      if (editing !== null && !isBlock(text)) return;
      event.preventDefault();
      hand.end(false);
      hand.go(place, { from: hand.anchor });
      void readPasted(text, html).then((block) => {
        if (block.length === 1 && block[0]!.length === 1 && !range) pasteOne(block[0]![0]!);
        else if (block.length > 0) onPasted({ block, place, range });
      });
    },
  };

  /** One cell is read at once, like anything typed. */
  function pasteOne(text: string) {
    const here = cellAt(rows, view, place);
    if (here?.cell.isEntered) store.edit([{ id: here.cell.id, column: here.column, text }]);
    else
      onTold((here && view.years[rows[place.row]!.years.indexOf(here.cell)]?.reason) || view.words.state.notAskedHere);
  }
}
