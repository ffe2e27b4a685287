"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { keptDrafts } from "@/components/entry/drafts";
import { createSheet, type Answer } from "@/components/entry/store";
import type { RowView, SheetView } from "@/components/entry/view";
import { saveCells } from "@/lib/value/actions";

/** The sheet of a single cell: read, saved, refused and kept through a crash as in the grid. */
export function useCell({ userId, orgUnit, year, org, locale, isReadOnly }: SheetView, row: RowView) {
  const [drafts] = useState(() => keptDrafts(userId, `${orgUnit.id} ${row.code}`, year));
  const [store] = useState(() =>
    createSheet({
      cells: row.kind === "asked" ? [row] : [],
      locale,
      keep: drafts.write,
      send: async (cells): Promise<Answer> => {
        const { data, serverError } = await saveCells({ org, orgUnitId: orgUnit.id, year, cells });
        if (data) return { outcomes: data };
        if (serverError?.code === "access.signedOut") return { failed: "signedOut" };
        const again = serverError?.code === "access.failed" || serverError?.code === "access.tooMany";
        return { failed: again ? "retrying" : "denied" };
      },
    }),
  );
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  useEffect(() => {
    if (isReadOnly) return;
    store.restore(drafts.read());
    const warn = (event: BeforeUnloadEvent) => store.hasUnstored() && event.preventDefault();
    addEventListener("beforeunload", warn);
    addEventListener("online", store.retry);
    addEventListener("focus", store.retry);
    return () => {
      removeEventListener("beforeunload", warn);
      removeEventListener("online", store.retry);
      removeEventListener("focus", store.retry);
    };
  }, [store, drafts, isReadOnly]);
  return { store, state };
}
