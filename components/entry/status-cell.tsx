"use client";
import { useEffect, useRef } from "react";
import { Sign } from "@/components/ui/sign";
import type { DraftCell } from "@/lib/value/draft/model";
import type { Editing, PlaceProps } from "./cells";
import { lockedMark, markOf, withApproval, type Mark } from "./status-mark";
import type { CellView, RowView, SheetView } from "./view";
import { fill, type EntryWords } from "./words";

/** Statuses that can be chosen for a cell, in the order of the list. */
export const statusChoices = ["reported", "estimated", "pending", "notMeasured", "notApplicable"] as const;

function Chooser({
  label,
  edit: { text, onType, onLeave, onChosen },
  words,
}: {
  label: string;
  edit: Editing;
  words: EntryWords;
}) {
  const select = useRef<HTMLSelectElement>(null);
  const isOpen = useRef(false);
  useEffect(() => {
    try {
      select.current?.showPicker();
      isOpen.current = true;
    } catch {
      // The browser opens lists for a hand only; the arrows change it all the same, and Enter ends it.
    }
  }, []);
  const choose = (status: string) => {
    onType(status);
    if (isOpen.current) onChosen();
  };
  return (
    <select
      ref={select}
      data-edit
      className="pick-status"
      aria-label={label}
      value={text}
      onChange={(event) => choose(event.target.value)}
      onBlur={onLeave}
    >
      {statusChoices.map((status) => (
        <option key={status} value={status}>
          {words.choose[status]}
        </option>
      ))}
      {text === "discontinued" ? <option value="discontinued">{words.glyph.discontinued}</option> : null}
      <option value="">{words.choose.empty}</option>
    </select>
  );
}

type StatusProps = {
  row: RowView;
  kind: CellView["kind"];
  cell: DraftCell | undefined;
  isTyping: boolean;
  isQuestioned: boolean;
  view: SheetView;
  place: PlaceProps;
  edit: Editing | null;
};

/** What the cell is in: its state of saving, and its status where that says more. While edited, a list of statuses. */
export function StatusCell({ row, kind, cell, isTyping, isQuestioned, view, place, edit }: StatusProps) {
  const {
    sign,
    tone,
    word,
    beside,
    title = beside,
  }: Mark = isTyping
    ? { sign: "pencil" as const, tone: "accent", word: view.words.state.typing, beside: "" }
    : cell
      ? withApproval(markOf(cell, isQuestioned, view), cell, view.approvals[row.kpiId])
      : lockedMark(kind, view.words);
  const label = fill(view.words.statusOf, { kpi: row.name });
  return (
    <td
      className={`st ${edit ? "edits" : ""}`}
      role="gridcell"
      aria-label={`${label}: ${word} ${beside}`.trim()}
      aria-haspopup={cell && !view.isReadOnly ? "listbox" : undefined}
      {...place}
    >
      {edit ? (
        <Chooser label={label} edit={edit} words={view.words} />
      ) : (
        <span className={`es ${tone}`}>
          <Sign name={sign} />
          <b>{word}</b>
          {beside ? <span title={title}>{beside}</span> : null}
        </span>
      )}
    </td>
  );
}
