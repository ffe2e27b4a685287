"use client";
import { contentNow, type DraftCell } from "@/lib/value/draft/model";
import { noteOf } from "@/lib/value/model";
import { cellText, hasMessage } from "./cell-text";
import { FigureCell, WordsCell, type Editing } from "./cells";
import { StatusCell } from "./status-cell";
import { Message } from "./message";
import { reach } from "./moves";
import type { SheetStore } from "./store";
import type { RowView, SheetView } from "./view";
import { fill, type EntryWords } from "./words";

type Props = {
  row: RowView;
  index: number;
  view: SheetView;
  cell: DraftCell | undefined;
  store: SheetStore;
  /** The column in hand, if it is this row's. */
  column: number | null;
  editing: string | null;
  isEntered: boolean;
  workedText: string;
  lacks: string;
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

/** One KPI of the grid, and under it what there is to say about its cell. */
export function Row({
  row,
  index,
  view,
  cell,
  store,
  column,
  editing,
  isEntered,
  workedText,
  lacks,
  onType,
  onBegin,
  onLeave,
  onChosen,
  onBack,
}: Props) {
  const { words, locale, year } = view;
  const says = hasMessage(cell, row);
  const place = (at: number) => ({
    "data-place": `${index} ${at}`,
    tabIndex: column === at && editing === null ? 0 : -1,
    onDoubleClick: () => onBegin(at),
    onPointerUp: ({ pointerType }: { pointerType: string }) => void (pointerType === "touch" && onBegin(at)),
  });
  const edit = (at: number): Editing | null =>
    column === at && editing !== null ? { text: editing, onType, onLeave: () => onLeave(at), onChosen } : null;
  const label = fill(words.cell, { kpi: row.name, year, unitOfMeasure: row.unitOfMeasure });
  // Shown in the row in hand; on a phone in every row, so that nothing moves under the finger.
  const hint = (words: string) => (isEntered ? words : "");
  const tone = cell?.refused ? "bad" : cell?.conflict ? "conf" : says ? "ask" : "";
  return (
    <>
      <tr className={`${column !== null ? "on" : ""} ${isEntered ? "" : "locked"} ${says ? "says" : ""}`}>
        <th scope="row" title={row.fullName}>
          <a href={view.kpiPath + row.code} data-place={`${index} 0`} tabIndex={column === 0 ? 0 : -1}>
            {row.name}
          </a>
        </th>
        <td className="u">{row.unitOfMeasure}</td>
        {row.before.map(({ text, title }, back) => (
          <td key={back} className={back ? "p l" : "p"} title={title || undefined} data-year={year - 2 + back}>
            {text}
          </td>
        ))}
        <FigureCell
          label={label}
          tone={tone}
          text={cell ? cellText(cell, "figure", locale) : workedText}
          isEstimate={(cell && contentNow(cell).status) === "estimated"}
          isSplit={row.rule.valueKind === "split"}
          isEntered={isEntered}
          isEmptyWord={words.empty}
          describedBy={says ? `m-${row.kpiId}` : undefined}
          place={place(1)}
          edit={edit(1)}
        />
        <StatusCell
          row={row}
          cell={cell}
          isTyping={editing !== null && column === 1}
          isQuestioned={tone === "ask"}
          view={view}
          place={place(2)}
          edit={edit(2)}
        />
        {cell ? null : (
          <td className="no" colSpan={2} role="gridcell" {...place(3)}>
            {whyLocked(row, lacks, words)}
          </td>
        )}
        {cell ? (
          <>
            <WordsCell
              label={fill(words.sourceOf, { kpi: row.name })}
              text={cellText(cell, "source", locale)}
              isBad={cell.refused?.column === "source"}
              hint={hint(words.addSource)}
              place={place(3)}
              edit={edit(3)}
              isEntered={isEntered}
            />
            <WordsCell
              label={fill(words.noteOf, { kpi: row.name })}
              text={cellText(cell, "note", locale)}
              isBad={cell.refused?.column === "note"}
              hint={hint(words.addNote)}
              place={place(4)}
              edit={edit(4)}
              isEntered={isEntered}
            />
          </>
        ) : null}
      </tr>
      {says && cell ? (
        <Message
          row={row}
          cell={cell}
          view={view}
          tone={tone}
          store={store}
          onBack={onBack}
          onNote={() => onBegin(reach.indexOf("note"))}
        />
      ) : null}
    </>
  );
}

/** Why nothing is entered in a row, or what is stored in it all the same. */
function whyLocked(row: RowView, lacks: string, { state }: EntryWords): string {
  if (row.kind === "calculated") return lacks && fill(state.lacks, { names: lacks });
  if (row.kind === "consolidated") return row.worked.coverage || state.fromOrgUnits;
  return row.cell
    ? [row.cell.source, noteOf(row.cell)].filter(Boolean).join(" · ") || state.notAskedHere
    : state.notAskedHere;
}
