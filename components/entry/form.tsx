"use client";
import { useState } from "react";
import { contentNow, refusedIn, type CellId, type Column, type DraftCell } from "@/lib/value/draft/model";
import { readCell, writeCell } from "@/lib/value/reading/model";
import { isStopped, openQuestions } from "./asked";
import { cellText } from "./cell-text";
import { MessageBody } from "./message";
import { statusChoices } from "./status-cell";
import { lockedMark, markOf } from "./status-mark";
import { Sign } from "@/components/ui/sign";
import type { SheetStore } from "./store";
import type { CellView, RowView, SheetView } from "./view";
import { whyNotEntered } from "./why";
import { fill } from "./words";

type Props = {
  view: SheetView;
  rows: RowView[];
  byCode: ReadonlyMap<string, RowView>;
  cells: Record<CellId, DraftCell>;
  store: SheetStore;
  at: number;
  onAt: (row: number) => void;
};

/** The sheet on a phone, or much enlarged: one KPI at a time, with the way to the one before and the next. */
export function OneByOne({ view, rows, byCode, cells, store, at, onAt }: Props) {
  const { words } = view;
  const say = words.form;
  const row = rows[at];
  if (!row) return null;
  const move = (
    <div className="one-move">
      <button type="button" className="btn" disabled={at === 0} onClick={() => onAt(at - 1)}>
        {say.previous}
      </button>
      <span>{fill(say.count, { at: at + 1, count: rows.length })}</span>
      <button type="button" className="btn main" disabled={at === rows.length - 1} onClick={() => onAt(at + 1)}>
        {say.next}
      </button>
    </div>
  );
  return (
    <div className="entry-one">
      <select aria-label={say.choose} value={at} onChange={(event) => onAt(Number(event.target.value))}>
        {rows.map(({ kpiId, name }, index) => (
          <option key={kpiId} value={index}>
            {name}
          </option>
        ))}
      </select>
      <h2>
        <a href={view.kpiPath + row.code}>{row.fullName}</a>
      </h2>
      <p className="muted">{row.definition}</p>
      {row.before.length > 0 ? (
        <p className="one-before">
          {row.before.map(({ text }, back) => (
            <span key={back}>
              {fill(say.hint, { year: view.year - 2 + back, text: text || say.none })} {text ? row.unitOfMeasure : ""}
            </span>
          ))}
        </p>
      ) : null}
      {row.years.map((cell) => (
        <Year key={cell.id} {...{ row, cell, byCode, cells, store, view }} draft={cells[cell.id]} />
      ))}
      {move}
    </div>
  );
}

type YearProps = Pick<Props, "view" | "byCode" | "cells" | "store"> & {
  row: RowView;
  cell: CellView;
  draft: DraftCell | undefined;
};

function Year({ row, cell, draft, byCode, cells, store, view }: YearProps) {
  const { words, locale, years } = view;
  const questions = openQuestions(row, cell, byCode, cells);
  const mark = draft ? markOf(draft, questions.length > 0, view) : lockedMark(cell.kind, words);
  const name = fill(words.form.figure, { year: cell.year });
  const status = (
    <p className={`es ${mark.tone}`}>
      <Sign name={mark.sign} /> <b>{mark.word}</b> <span>{mark.beside}</span>
    </p>
  );
  if (!cell.isEntered || !draft) {
    return (
      <section aria-label={name}>
        <p>
          {name}: <b>{(draft ? writeCell(contentNow(draft), locale) : cell.worked.text) || words.form.none}</b>{" "}
          {row.unitOfMeasure}
        </p>
        {status}
        <p className="muted">{whyNotEntered(cell, view)}</p>
      </section>
    );
  }
  const said = isStopped(draft) || questions.length > 0;
  return (
    <section aria-label={name}>
      <Text {...{ row, cell, draft, store, view }} column="figure" label={`${name}, ${row.unitOfMeasure}`} />
      {status}
      {said ? (
        <div className={`one-says ${isStopped(draft) ? "bad" : "ask"}`} id={`m-${row.kpiId}-${cell.year}`}>
          <MessageBody
            row={row}
            at={cell}
            cell={draft}
            question={questions[0] ?? null}
            lastYear={undefined}
            {...{ view, store }}
            onBack={() => {}}
          />
        </div>
      ) : null}
      <label>
        {words.status}
        <select
          value={contentNow(draft).status ?? ""}
          onChange={(event) => store.edit([{ id: cell.id, column: "status", text: event.target.value }])}
        >
          {statusChoices.map((one) => (
            <option key={one} value={one}>
              {words.choose[one]}
            </option>
          ))}
          <option value="">{words.choose.empty}</option>
        </select>
      </label>
      {years.length === 1 ? (
        <>
          <Text {...{ row, cell, draft, store, view }} column="source" label={words.source} />
          <Text {...{ row, cell, draft, store, view }} column="note" label={words.note} />
        </>
      ) : null}
    </section>
  );
}

/** A field that hands on what was typed when it is left, and says meanwhile how it is read. */
function Text({
  row,
  cell,
  draft,
  store,
  view: { words, locale },
  column,
  label,
}: Omit<YearProps, "byCode" | "cells" | "draft"> & { draft: DraftCell; column: Column; label: string }) {
  const [typed, setTyped] = useState<string | null>(null);
  const stored = cellText(draft, column, locale);
  const read = column === "figure" && typed !== null ? readCell(typed, cell.rule, locale) : null;
  const figure = read?.ok && read.figure.status ? writeCell(read.figure, locale) : "";
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode={column === "figure" && cell.rule.valueKind === "number" ? "decimal" : undefined}
        autoComplete="off"
        className={column === "figure" ? "one-figure" : undefined}
        aria-invalid={refusedIn(draft, column) !== null || undefined}
        value={typed ?? stored}
        onChange={({ target }) => {
          setTyped(target.value);
          store.typing({ id: cell.id, column, text: target.value });
        }}
        onBlur={() => {
          if (typed !== null && typed !== stored) store.edit([{ id: cell.id, column, text: typed }]);
          setTyped(null);
        }}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
      {figure ? <output>{fill(words.read, { text: `${figure} ${row.unitOfMeasure}` })}</output> : null}
    </label>
  );
}
