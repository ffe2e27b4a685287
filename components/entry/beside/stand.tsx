"use client";
import { useEffect, useState } from "react";
import type { StoredCell } from "@/lib/value/model";
import type { BesideView } from "@/lib/value/beside/model";
import { Approval } from "./approval";
import { Discussions } from "./discussions";
import { Evidence } from "./evidence";
import { History } from "./history";
import type { Said } from "./said";

/** What a part gets: what stands there, how it is said, and whom to tell when it has changed. */
export type PartProps = {
  view: BesideView;
  said: Said;
  /** Shows what is there now, and says what was done. */
  onView: (view: BesideView, done: string) => void;
};

/**
 * Everything that stands beside a value: evidence, discussions, history. `onStored` hears of a value that an act here
 * stored; the words of the page and of the panel are the same.
 */
export function Stand({
  view: loaded,
  said,
  onStored,
}: {
  view: BesideView;
  said: Said;
  onStored?: (cell: StoredCell) => void;
}) {
  const [{ view, from, done, where }, setView] = useState({ view: loaded, from: loaded, done: "", where: "" });
  // A newer reading of the same cell takes the place of what acts here have answered.
  const now = from === loaded ? view : loaded;
  const show = (next: BesideView, what: string) => {
    // Still there: the part whose button was pressed.
    const section = document.activeElement?.closest(".beside > section")?.id ?? "";
    setView({ view: next, from: loaded, done: what, where: section });
    if (next.stored && next.stored.version !== now.stored?.version) onStored?.(next.stored);
  };
  useEffect(() => {
    if (document.activeElement !== document.body || !where) return;
    // The button went with what it did: its part's heading takes the focus, so that keys are heard where they were.
    const heading = document.getElementById(where)?.querySelector<HTMLElement>("h2");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }, [view, where]);
  const part = { view: now, said, onView: show };
  return (
    <div className="beside">
      <p className="vh" role="status">
        {done}
      </p>
      <Approval {...part} />
      <Evidence {...part} />
      <Discussions {...part} />
      <History {...part} />
    </div>
  );
}
