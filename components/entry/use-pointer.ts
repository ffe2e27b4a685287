"use client";
import { useRef, type FocusEvent, type PointerEvent } from "react";
import type { Place } from "@/lib/value/selection/model";
import type { Hand } from "./use-hand";

/** The mouse in the grid: a click moves the hand, Shift and dragging select from where it was. A finger scrolls. */
export function usePointer({ place, anchor, go, end }: Hand) {
  const from = useRef<Place | null>(null);
  return {
    onPointerDown(event: PointerEvent) {
      const at = placeOf(event.target);
      from.current = null;
      if (!at || at.column === 0 || event.button !== 0 || event.pointerType !== "mouse" || isInput(event.target))
        return;
      end(true);
      go(at, { from: event.shiftKey ? (anchor ?? place) : null });
      from.current = event.shiftKey ? (anchor ?? place) : at;
    },
    onPointerOver(event: PointerEvent) {
      const at = from.current && event.buttons === 1 ? placeOf(event.target) : null;
      if (at && at.column > 0 && (at.row !== place.row || at.column !== place.column)) go(at, { from: from.current });
    },
    /** Reaching a cell in another way, with Tab or a reader's own keys, makes it the place. */
    onFocus(event: FocusEvent) {
      const at = placeOf(event.target);
      const isCell = at && (event.target as HTMLElement).dataset.place;
      if (isCell && (at.row !== place.row || at.column !== place.column)) go(at, { takes: false });
    },
  };
}

function placeOf(target: EventTarget): Place | null {
  const [row, column] =
    (target as HTMLElement).closest<HTMLElement>("[data-place]")?.dataset.place?.split(" ").map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

function isInput(target: EventTarget): boolean {
  return (target as HTMLElement).matches("input, select, button, a");
}
