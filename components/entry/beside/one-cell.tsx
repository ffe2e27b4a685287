"use client";
import { useRef, type ReactNode } from "react";
import { cellText, hasMessage } from "@/components/entry/cell-text";
import { MessageBody } from "@/components/entry/message";
import { SaveStatus } from "@/components/entry/save-status";
import { markOf, lockedMark } from "@/components/entry/status-mark";
import { fill } from "@/components/entry/words";
import type { RowView, SheetView } from "@/components/entry/view";
import { Sign } from "@/components/ui/sign";
import { Beside } from "./panel";
import { useCell } from "./use-cell";
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
  const { store, state } = useCell(view, row);
  const cell = state.cells[row.kpiId];
  const input = useRef<HTMLInputElement>(null);
  const now = cell ? cellText(cell, "figure", locale) : "";
  const enter = (text: string) => text !== now && store.edit([{ kpiId: row.kpiId, column: "figure", text }]);
  const asks = hasMessage(cell, row);
  const mark = cell ? markOf(cell, asks && !cell.refused && !cell.conflict, view) : lockedMark(row, words);
  return (
    <div className="cell-page">
      <div className="entry-top">
        {children}
        <SaveStatus state={state} words={words} locale={locale} isReadOnly={isReadOnly || !cell} />
      </div>
      <h1>{row.fullName}</h1>
      <p className="entry-lead">{fill(loaded.words.of, { orgUnit: orgUnit.name, year })}</p>
      <div className="cell-figure">
        {cell && !isReadOnly ? (
          <div className={cell.refused || cell.conflict ? "field refused" : "field"}>
            <label htmlFor="figure">{fill(loaded.words.value.figureOf, { unitOfMeasure: row.unitOfMeasure })}</label>
            <input
              // What was stored or refused meanwhile takes the place of what stood here.
              key={now}
              ref={input}
              id="figure"
              type="text"
              autoComplete="off"
              inputMode={row.rule.valueKind === "number" ? "decimal" : "text"}
              defaultValue={now}
              aria-invalid={cell.refused ? true : undefined}
              aria-describedby={asks ? "figure-message" : undefined}
              onBlur={(event) => enter(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter") enter(event.currentTarget.value);
                if (event.key === "Escape") event.currentTarget.value = now;
              }}
            />
          </div>
        ) : (
          <p className="cell-printed">
            <b>{(cell ? now : row.worked.text) || "–"}</b> {row.unitOfMeasure}
          </p>
        )}
        <p className={`cell-mark ${mark.tone}`}>
          <Sign name={mark.sign} /> <b>{mark.word}</b> {mark.beside}
        </p>
      </div>
      {cell && asks && !isReadOnly ? (
        <div className={`cell-message ${cell.refused || cell.conflict ? "worse" : "question"}`} id="figure-message">
          <MessageBody
            row={row}
            cell={cell}
            view={view}
            store={store}
            onBack={() => document.getElementById("figure")?.focus()}
            onNote={() => document.getElementById("beside-note")?.focus()}
          />
        </div>
      ) : null}
      {row.worked.lacks.length > 0 ? (
        <p className="muted">{fill(words.state.lacks, { names: row.worked.lacks.join(", ") })}</p>
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
        onEdit={(column, text) => store.edit([{ kpiId: row.kpiId, column, text }])}
        onStored={(stored) => store.stored(row.kpiId, stored)}
      />
    </div>
  );
}
