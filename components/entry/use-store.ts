"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { keptDrafts } from "./drafts";
import { failureOf } from "./failure";
import { answering } from "./later";
import { sendBlock } from "./send-block";
import { createSheet } from "./store";
import type { CellView, SheetView } from "./view";

/** The store of some cells of an org unit: they are saved, refused and kept through a crash alike wherever they stand. */
export function useStore({ user, orgUnit, year, org, locale, isReadOnly }: SheetView, cells: CellView[]) {
  const [drafts] = useState(() => keptDrafts(user.id, orgUnit.id));
  const [store] = useState(() =>
    createSheet({
      cells: cells.filter(({ kind }) => kind === "asked"),
      locale,
      isReadOnly,
      keep: drafts.write,
      send: (cells) => sendBlock(org, { orgUnitId: orgUnit.id, year, cells }),
      confirm: async (answers) => {
        const { confirmCells } = await answering();
        const { data, serverError } = await confirmCells({ org, orgUnitId: orgUnit.id, answers });
        return data ? { stored: data } : failureOf(serverError);
      },
    }),
  );
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  useEffect(() => {
    store.restore(drafts.read(Object.keys(store.get().cells)));
    const warn = (event: BeforeUnloadEvent) => store.hasUnstored() && event.preventDefault();
    addEventListener("beforeunload", warn);
    addEventListener("online", store.retry);
    addEventListener("focus", store.retry);
    return () => {
      removeEventListener("beforeunload", warn);
      removeEventListener("online", store.retry);
      removeEventListener("focus", store.retry);
    };
  }, [store, drafts]);
  return { store, state };
}
