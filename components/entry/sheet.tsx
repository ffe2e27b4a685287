"use client";
import { Suspense, useCallback, useMemo, useState, type ReactNode } from "react";
import { stateOf } from "@/lib/value/draft/model";
import { filterQuery, passes, type SheetFilter } from "@/lib/value/filter/model";
import { isFlagged, openQuestions } from "./asked";
import { FilterBar } from "./filter-bar";
import { Foot } from "./foot";
import { Grid, isMissing } from "./grid";
import { OneByOne, PasteDialog, SidePanel, SignInAgain, useLater } from "./later";
import { Progress } from "./progress";
import { SaveStatus } from "./save-status";
import { NothingShown } from "./nothing-shown";
import type { Pasted } from "./take-pasted";
import { cellAt, type Typing } from "./use-hand";
import { useNarrow } from "./use-narrow";
import { useStore } from "./use-store";
import type { RowView, SheetView } from "./view";

/** The entry sheet of an org unit: everything on the page that changes while somebody enters figures. `text` is its view as JSON: taken apart by React, thousands of small values would cost more than drawing them. `crumbs` say where it is, `notice` stands above it all; `head` names the grid's columns, `signs` tell by KPI what stands beside its cell, `keys` says what the keys do. */
export function Sheet({
  text,
  crumbs,
  notice,
  head,
  signs,
  keys,
  children,
}: {
  text: string;
  crumbs: ReactNode;
  notice?: ReactNode;
  head: ReactNode;
  signs: Record<string, ReactNode>;
  keys: ReactNode;
  children?: ReactNode;
}) {
  const view = useMemo(() => JSON.parse(text) as SheetView, [text]);
  const { orgUnit, year, user, org, locale, words, isReadOnly } = view;
  const all = useMemo(() => view.groups.flatMap((group) => group.rows), [view.groups]);
  const byCode = useMemo(() => new Map(all.map((row) => [row.code, row])), [all]);
  const { store, state } = useStore(
    view,
    all.flatMap(({ years }) => years),
  );
  const { cells, connection } = state;
  const work = useLater();
  const isNarrow = useNarrow();
  const [filter, setFilter] = useState(view.filter);
  const [shownIds, setShown] = useState<ReadonlySet<string> | null>(() => shownBy(view.filter));
  const rows = useMemo(() => (shownIds ? all.filter(({ kpiId }) => shownIds.has(kpiId)) : all), [all, shownIds]);
  const [place, setPlace] = useState(() => ({
    row: Math.max(
      0,
      rows.findIndex(({ years }) => years.some(({ isEntered }) => isEntered)),
    ),
    column: 1,
  }));
  const [typing, setTyping] = useState<Typing | null>(null);
  const [isBeside, setBeside] = useState(false);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  // How often the password was asked for: the dialog may have been put away.
  const [asks, setAsks] = useState(0);
  const [told, setTold] = useState("");
  const tell = useCallback((text: string) => setTold(text), []);

  /** Which rows pass, as they stand now: what is filled in meanwhile stays where it is until somebody asks again. */
  function shownBy(chosen: SheetFilter): ReadonlySet<string> | null {
    if (!chosen.pillar && !chosen.owner && !chosen.show) return null;
    const found = view.groups.flatMap((group) => group.rows.filter((row) => passes(factsOf(row, group.code), chosen)));
    return new Set(found.map(({ kpiId }) => kpiId));
  }
  function factsOf(row: RowView, pillar: string) {
    const now = store.get().cells;
    return {
      pillar,
      owner: row.owner,
      isMissing: row.years.some((cell) => isMissing(now, cell)),
      isFlagged: row.years.some((cell) => isFlagged(row, cell, byCode, now)),
      isRequested: row.isRequested,
    };
  }
  function choose(chosen: SheetFilter) {
    setFilter(chosen);
    setShown(shownBy(chosen));
    setPlace({ row: 0, column: 1 });
    window.history.replaceState(null, "", location.pathname + filterQuery(chosen, location.search));
  }

  const asked = all.flatMap((row) =>
    row.years.filter(({ id, isEntered }) => cells[id] && (isEntered || isReadOnly)).map((cell) => ({ row, cell })),
  );
  const states = asked.map(({ row, cell }) => {
    if (typing?.id === cell.id) return "typing" as const;
    const of = stateOf(cells[cell.id]!);
    const isQuestioned = (of === "saved" || of === "pending") && openQuestions(row, cell, byCode, cells).length > 0;
    return isQuestioned ? ("question" as const) : of;
  });
  const row = rows[Math.min(place.row, rows.length - 1)];
  const cell = row && (cellAt(rows, view, place)?.cell ?? row.years[0]);
  const span = (years: string | null) =>
    filterQuery(filter, years ? `years=${years}` : "") || `/${org}/entry/${year}/${orgUnit.code}`;
  return (
    <div className="entry">
      <div className="entry-top">
        {crumbs}
        <SaveStatus
          state={state}
          words={words}
          locale={locale}
          isReadOnly={isReadOnly}
          onSignIn={() => setAsks((times) => times + 1)}
        />
      </div>
      {notice}
      <Progress states={states} lead={view.lead} words={words} />
      <FilterBar
        view={view}
        filter={filter}
        counts={{
          missing: asked.filter(({ cell }) => isMissing(cells, cell)).length,
          requested: all.filter(({ isRequested }) => isRequested).length,
          flagged: asked.filter(({ row, cell }) => isFlagged(row, cell, byCode, cells)).length,
        }}
        onFilter={choose}
        spans={{ one: span(null), many: span("5") }}
      />
      {rows.length === 0 ? (
        <NothingShown words={words} onAll={() => choose({ pillar: null, owner: null, show: null })} />
      ) : isNarrow ? (
        <Suspense fallback={<div className="entry-one-wait" />}>
          <OneByOne
            {...{ view, rows, byCode, cells, store }}
            at={Math.min(place.row, rows.length - 1)}
            onAt={(at) => setPlace({ row: at, column: 1 })}
          />
        </Suspense>
      ) : (
        <Grid
          key={shownIds ? [...shownIds].join() : "all"}
          {...{ view, head, signs, rows, byCode, store, state, work }}
          onPlace={setPlace}
          onTyping={setTyping}
          onPasted={setPasted}
          onBeside={() => setBeside(true)}
          onTold={tell}
        />
      )}
      {children}
      <Foot row={row} cell={cell} typing={typing} view={view} keys={keys} onBeside={() => setBeside(true)} />
      <p className="vh" role="log" aria-live="polite">
        {told}
      </p>
      <Suspense fallback={null}>
        {pasted ? (
          <PasteDialog
            {...{ pasted, view, rows: all, byCode, cells }}
            onApply={(edits, said) => {
              setPasted(null);
              store.edit(edits);
              tell(said);
            }}
            onCancel={() => setPasted(null)}
          />
        ) : null}
        {connection === "signedOut" ? (
          <SignInAgain key={asks} email={user.email} words={words.again} onDone={store.retry} />
        ) : null}
        {isBeside && row && cell ? (
          <SidePanel
            org={org}
            orgUnit={orgUnit}
            year={cell.year}
            kpi={{ ...row, id: row.kpiId }}
            locale={locale}
            isReadOnly={!cell.isEntered}
            cell={cells[cell.id] ?? null}
            words={words}
            onEdit={(column, text) => store.edit([{ id: cell.id, column, text }])}
            onStored={(stored) => store.stored(cell.id, stored)}
            onClose={() => setBeside(false)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
