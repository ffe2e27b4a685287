"use client";
import { useSyncExternalStore } from "react";

const query = "(max-width: 820px)";

function subscribe(listener: () => void) {
  const list = matchMedia(query);
  list.addEventListener("change", listener);
  return () => list.removeEventListener("change", listener);
}

/** Whether the window is too narrow for a grid: a phone, or a page enlarged to 400 %. The server draws the grid. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}
