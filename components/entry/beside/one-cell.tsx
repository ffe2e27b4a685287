"use client";
import { Suspense, useRef, useState, type ReactNode } from "react";
import { isStopped, openQuestions } from "@/components/entry/asked";
import { cellText } from "@/components/entry/cell-text";
import { SignInAgain } from "@/components/entry/later";
import { MessageBody } from "@/components/entry/message";
import { SaveStatus } from "@/components/entry/save-status";
import { markOf, lockedMark, withApproval } from "@/components/entry/status-mark";
import { fill } from "@/components/entry/words";
import { useStore } from "@/components/entry/use-store";
import type { RowView, SheetView } from "@/components/entry/view";
import { Sign } from "@/components/ui/sign";
import { Beside } from "./panel";
import type { Loaded } from "./view";

/** One cell on a page of its own: its figure to read or enter, and everything beside it. `children`: the way here. */
export function OneCell({
  view,
  row,
  loaded,
  children,
}: {
  view: SheetView;
  row: RowView;
  loaded: Loaded;
  children: ReactNode;
}) {
  const { org, orgUnit, year, locale, words, isReadOnly } = view;
  const at = row.years[0]!;
  const { store, state } = useStore(view, [at]);
  const cell = state.cells[at.id];
  // How often the password was asked for: the dialog may have been put away.
  const [asks, setAsks] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const now = cell ? cellText(cell, "figure", locale) : "";
  const enter = (text: string) => text !== now && store.edit([{ id: at.id, column: "figure", text }]);
  const [question] = openQuestions(row, at, new Map(), state.cells);
  const isBad = cell !== undefined && isStopped(cell);
  const says = isBad || question !== undefined;
  const mark = cell
    ? withApproval(markOf(cell, question !== undefined, view), cell, view.approvals[row.kpiId])
    : lockedMark(at.kind, words);
  return (
    <div className="cell-page">
      <div className="entry-top">
        {children}
        <SaveStatus
          state={state}
          words={words}
          locale={locale}
          isReadOnly={isReadOnly || !cell}
          onSignIn={() => setAsks((times) => times + 1)}
        />
      </div>
      <h1>{row.fullName}</h1>
      <p className="entry-lead">{fill(loaded.words.of, { orgUnit: orgUnit.name, year })}</p>
      <div className="cell-figure">
        {cell && !isReadOnly ? (
          <div className={isBad ? "field refused" : "field"}>
            <label htmlFor="figure">{fill(loaded.words.value.figureOf, { unitOfMeasure: row.unitOfMeasure })}</label>
            <input
              // What was stored or refused meanwhile takes the place of what stood here.
              key={now}
              ref={input}
              id="figure"
              type="text"
              autoComplete="off"
              inputMode={at.rule.valueKind === "number" ? "decimal" : "text"}
              defaultValue={now}
              aria-invalid={cell.refused ? true : undefined}
              aria-describedby={says ? "figure-message" : undefined}
              onBlur={(event) => enter(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter") enter(event.currentTarget.value);
                if (event.key === "Escape") event.currentTarget.value = now;
              }}
            />
          </div>
        ) : (
          <p className="cell-printed">
            <b>{(cell ? now : at.worked.text) || "–"}</b> {row.unitOfMeasure}
          </p>
        )}
        <p className={`cell-mark ${mark.tone}`}>
          <Sign name={mark.sign} /> <b>{mark.word}</b> {mark.beside}
        </p>
      </div>
      {cell && says && !isReadOnly ? (
        <div className={`cell-message ${isBad ? "worse" : "question"}`} id="figure-message">
          <MessageBody
            row={row}
            at={at}
            cell={cell}
            question={question ?? null}
            lastYear={undefined}
            view={view}
            store={store}
            onBack={() => document.getElementById("figure")?.focus()}
          />
        </div>
      ) : null}
      {at.worked.lacks.length > 0 ? (
        <p className="muted">{fill(words.state.lacks, { names: at.worked.lacks.join(", ") })}</p>
      ) : null}
      <Beside
        loaded={loaded}
        org={org}
        orgUnit={orgUnit}
        year={year}
        kpi={{ ...row, id: row.kpiId }}
        locale={locale}
        isReadOnly={isReadOnly}
        cell={cell ?? null}
        words={words}
        onEdit={(column, text) => store.edit([{ id: at.id, column, text }])}
        onStored={(stored) => store.stored(at.id, stored)}
      />
      {state.connection === "signedOut" ? (
        <Suspense fallback={null}>
          <SignInAgain key={asks} email={view.user.email} words={words.again} onDone={store.retry} />
        </Suspense>
      ) : null}
    </div>
  );
}
