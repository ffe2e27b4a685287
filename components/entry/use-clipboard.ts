"use client";
import type { ClipboardEvent } from "react";
import { isBlock, writeBlock, writeTable } from "@/lib/value/clipboard/model";
import { placesOf, type Place } from "@/lib/value/selection/model";
import { takePasted } from "./later";
import type { SheetStore } from "./store";
import type { Pasted } from "./take-pasted";
import { cellAt, type Hand } from "./use-hand";
import type { RowView, SheetView } from "./view";

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
      void takePasted({ text, html, place, range, view, rows, store, onPasted, onTold });
    },
  };
}
