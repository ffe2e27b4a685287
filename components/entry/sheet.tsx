"use client";
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { saveCells } from "@/lib/value/actions";
import { contentNow, stateOf } from "@/lib/value/draft/model";
import { questionsTo } from "@/lib/value/question/model";
import { keptDrafts } from "./drafts";
import { Foot } from "./foot";
import { Grid } from "./grid";
import { Progress } from "./progress";
import { SaveStatus } from "./save-status";
import { SidePanel } from "./side-panel";
import { createSheet, type Answer, type Sent } from "./store";
import type { SheetView } from "./view";

/** The entry sheet of an org unit: everything on the page that changes while somebody enters figures. `crumbs` say where it is. */
export function Sheet({ view, crumbs, children }: { view: SheetView; crumbs: ReactNode; children?: ReactNode }) {
  const { orgUnit, year, userId, org, locale, words } = view;
  const rows = useMemo(() => view.groups.flatMap((group) => group.rows), [view.groups]);
  const [drafts] = useState(() => keptDrafts(userId, orgUnit.id, year));
  const [store] = useState(() =>
    createSheet({
      cells: rows.filter(({ kind }) => kind === "asked"),
      locale,
      keep: drafts.write,
      send: (cells) => sendBlock({ org, orgUnitId: orgUnit.id, year, cells }),
    }),
  );
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ kind }) => kind === "asked"),
    ),
  );
  const [typing, setTyping] = useState<string | null>(null);
  const [isBeside, setBeside] = useState(false);

  useEffect(() => {
    if (!view.isReadOnly) store.restore(drafts.read());
    const warn = (event: BeforeUnloadEvent) => store.hasUnstored() && event.preventDefault();
    addEventListener("beforeunload", warn);
    addEventListener("online", store.retry);
    addEventListener("focus", store.retry);
    return () => {
      removeEventListener("beforeunload", warn);
      removeEventListener("online", store.retry);
      removeEventListener("focus", store.retry);
    };
  }, [store, drafts, view.isReadOnly]);

  const states = rows.flatMap((row) => {
    const cell = state.cells[row.kpiId];
    if (!cell) return [];
    if (typing === row.kpiId) return ["typing" as const];
    const of = stateOf(cell);
    const isQuestioned = cell.isTouched && questionsTo(contentNow(cell), row.rule, row.lastYear).length > 0;
    return [isQuestioned && (of === "saved" || of === "pending") ? ("question" as const) : of];
  });
  const row = rows[active];
  return (
    <div className="entry">
      <div className="entry-top">
        {crumbs}
        <SaveStatus state={state} words={words} locale={locale} isReadOnly={view.isReadOnly} />
      </div>
      <Progress states={states} lead={view.lead} words={words} />
      <Grid
        view={view}
        rows={rows}
        store={store}
        state={state}
        onPlace={setActive}
        onTyping={setTyping}
        onBeside={() => setBeside(true)}
      />
      {children}
      <Foot row={row} view={view} onBeside={() => setBeside(true)} />
      {isBeside && row ? (
        <SidePanel
          org={org}
          orgUnit={orgUnit}
          year={year}
          kpi={{ ...row, id: row.kpiId }}
          locale={locale}
          isReadOnly={view.isReadOnly}
          cell={state.cells[row.kpiId] ?? null}
          words={words}
          onEdit={(column, text) => store.edit([{ kpiId: row.kpiId, column, text }])}
          onStored={(cell) => store.stored(row.kpiId, cell)}
          onClose={() => {
            setBeside(false);
            document.querySelector<HTMLElement>(".entry-grid [data-place][tabindex='0']")?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

async function sendBlock(block: { org: string; orgUnitId: string; year: number; cells: Sent[] }): Promise<Answer> {
  const { data, serverError } = await saveCells(block);
  if (data) return { outcomes: data };
  if (serverError?.code === "access.signedOut") return { failed: "signedOut" };
  return {
    failed: serverError?.code === "access.failed" || serverError?.code === "access.tooMany" ? "retrying" : "denied",
  };
}
