"use client";
import { Suspense, type ReactNode } from "react";
import { refusedIn, type CellId, type DraftCell } from "@/lib/value/draft/model";
import type { Question } from "@/lib/value/question/model";
import { cellText } from "./cell-text";
import { WordsCell, type Editing, type PlaceProps } from "./cells";
import { FigureCell } from "./figure-cell";
import { Message } from "./later";
import { StatusCell } from "./status-cell";
import type { SheetStore } from "./store";
import type { CellView, RowView, SheetView } from "./view";
import { whyLocked } from "./why";
import { fill } from "./words";

type Props = {
  row: RowView;
  index: number;
  /** How much evidence and how many discussions stand beside its cell. */
  sign: ReactNode;
  view: SheetView;
  cells: Record<CellId, DraftCell>;
  store: SheetStore;
  /** The column in hand, if it is this row's. */
  column: number | null;
  editing: string | null;
  isSelected: (column: number) => boolean;
  /** The cell that has something to say under the row. */
  told: CellView | null;
  questions: (cell: CellView) => Question[];
  worked: (cell: CellView) => { text: string; lacks: string[] };
  onType: (text: string) => void;
  /** A column is to be edited: with two clicks, or one touch, which has no keys. */
  onBegin: (column: number) => void;
  /** The input of a column lost the focus. */
  onLeave: (column: number) => void;
  /** A status was picked from the list. */
  onChosen: () => void;
  /** A message was answered. */
  onBack: () => void;
};

/** One KPI of the grid, and under it what there is to say about one of its cells. */
export function Row(props: Props) {
  const { row, sign, index, view, cells, store, column, editing, isSelected, told, questions, onBack } = props;
  const { columns, year } = view;
  const isEntered = row.years.some((cell) => cell.isEntered);
  const place = (at: number): PlaceProps => ({
    "data-place": `${index} ${at}`,
    tabIndex: column === at && editing === null ? 0 : -1,
    "aria-selected": isSelected(at) || undefined,
    onDoubleClick: () => props.onBegin(at),
    onPointerUp: ({ pointerType }) => void (pointerType === "touch" && props.onBegin(at)),
  });
  const edit = (at: number): Editing | null =>
    column === at && editing !== null
      ? { text: editing, onType: props.onType, onLeave: () => props.onLeave(at), onChosen: props.onChosen }
      : null;
  const draft = told && cells[told.id];
  return (
    <>
      <tr className={`${column !== null ? "on" : ""} ${isEntered ? "" : "locked"} ${told ? "says" : ""}`}>
        <th scope="row" title={row.fullName}>
          <a href={view.kpiPath + row.code} data-place={`${index} 0`} tabIndex={column === 0 ? 0 : -1}>
            {row.name}
          </a>
          {sign}
        </th>
        <td className="u">{row.unitOfMeasure}</td>
        {row.before.map(({ text, title }, back) => (
          <td key={back} className={back ? "p l" : "p"} title={title || undefined} data-year={year - 2 + back}>
            {text}
          </td>
        ))}
        {columns.map((of, at) =>
          of.kind === "figure" ? (
            <FigureCell
              key={at}
              row={row}
              cell={row.years[of.at]!}
              draft={cells[row.years[of.at]!.id]}
              isQuestioned={questions(row.years[of.at]!).length > 0}
              workedText={props.worked(row.years[of.at]!).text}
              describedBy={told === row.years[of.at] ? `m-${row.kpiId}` : undefined}
              view={view}
              place={place(at)}
              edit={edit(at)}
            />
          ) : null,
        )}
        {columns.length > 1 && view.years.length === 1 ? (
          <Beside {...props} cell={row.years[0]!} isHere={column} place={place} edit={edit} />
        ) : null}
      </tr>
      {told && draft ? (
        <Suspense fallback={null}>
          <Message
            row={row}
            at={told}
            cell={draft}
            question={questions(told)[0] ?? null}
            lastYear={view.years.length > 1 ? cells[`${row.kpiId} ${told.year - 1}`] : undefined}
            view={view}
            store={store}
            onBack={onBack}
          />
        </Suspense>
      ) : null}
    </>
  );
}

type BesideProps = Props & {
  cell: CellView;
  isHere: number | null;
  place: (at: number) => PlaceProps;
  edit: (at: number) => Editing | null;
};

/** Status, source and remark of a sheet's only year. */
function Beside({ row, cell, cells, view, editing, isHere, questions, worked, place, edit }: BesideProps) {
  const { words, locale } = view;
  const draft = cells[cell.id];
  // Shown in the row in hand; on a phone in every row, so that nothing moves under the finger.
  const hint = (text: string) => (cell.isEntered ? text : "");
  return (
    <>
      <StatusCell
        row={row}
        kind={cell.kind}
        cell={draft}
        isTyping={editing !== null && isHere === 1}
        isQuestioned={questions(cell).length > 0}
        view={view}
        place={place(2)}
        edit={edit(2)}
      />
      {draft ? (
        (["source", "note"] as const).map((column, index) => (
          <WordsCell
            key={column}
            label={fill(column === "source" ? words.sourceOf : words.noteOf, { kpi: row.name })}
            text={cellText(draft, column, locale)}
            isBad={refusedIn(draft, column) !== null}
            hint={hint(column === "source" ? words.addSource : words.addNote)}
            place={place(3 + index)}
            edit={edit(3 + index)}
            isEntered={cell.isEntered}
          />
        ))
      ) : (
        // It reaches over two places: it is whichever of them the hand is at.
        <td className="no" colSpan={2} role="gridcell" {...place(isHere === 4 ? 4 : 3)}>
          {whyLocked(cell, worked(cell).lacks.join(", "), view)}
        </td>
      )}
    </>
  );
}
