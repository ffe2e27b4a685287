"use client";
import { useEffect, useRef } from "react";
import { Sign } from "@/components/ui/sign";
import type { SignName } from "@/components/ui/signs";
import { contentNow, stateOf, type DraftCell } from "@/lib/value/draft/model";
import { longestWords } from "@/lib/value/model";
import { whenSaved } from "./status-text";
import type { RowView, SheetView } from "./view";
import { fill, type EntryWords } from "./words";

/** An edit going on in a cell. */
export type Editing = { text: string; onType: (text: string) => void; onLeave: () => void; onChosen: () => void };
type PlaceProps = { "data-place": string; tabIndex: number; onDoubleClick: () => void; onPointerUp: (event: { pointerType: string }) => void };

function Input({ label, edit: { text, onType, onLeave }, mode }: { label: string; edit: Editing; mode?: "decimal" }) {
  return (
    <input
      data-edit className="in" type="text" inputMode={mode} enterKeyHint="next" autoComplete="off" spellCheck={mode ? false : undefined} maxLength={mode ? 200 : longestWords}
      aria-label={label} value={text} onChange={(event) => onType(event.target.value)} onBlur={onLeave}
    />
  );
}

type FigureProps = {
  label: string; tone: string; text: string; isEstimate: boolean; isSplit: boolean; isEntered: boolean; isEmptyWord: string; describedBy: string | undefined; place: PlaceProps; edit: Editing | null;
};

/** The figure of the year: a number, a split, a glyph, or a refused text as it was typed. */
export function FigureCell({ label, tone, text, isEstimate, isSplit, isEntered, isEmptyWord, describedBy, place, edit }: FigureProps) {
  return (
    <td
      className={`e ${tone} ${edit ? "edits" : ""}`} role="gridcell" aria-label={`${label}: ${text || isEmptyWord}`} aria-readonly={!isEntered || undefined}
      aria-invalid={tone === "bad" || undefined} aria-describedby={describedBy} {...place}
    >
      {/* Negative numbers and splits need keys that a phone's number pad lacks. */}
      {edit ? <Input label={label} edit={edit} mode={isSplit ? undefined : "decimal"} /> : <span className={isEstimate ? "in est" : "in"}>{text}</span>}
    </td>
  );
}

/** A source or a remark. */
export function WordsCell({ label, text, isBad = false, hint = "", isEntered, place, edit }: { label: string; text: string; isBad?: boolean; hint?: string; isEntered: boolean; place: PlaceProps; edit: Editing | null }) {
  return (
    <td className={`no ${isBad ? "bad" : ""} ${edit ? "edits" : ""}`} role="gridcell" aria-label={`${label}: ${text}`} aria-readonly={!isEntered || undefined} {...place}>
      {edit ? <Input label={label} edit={edit} /> : text ? <span className="words" title={text}>{text}</span> : hint ? <span className="add">{hint}</span> : null}
    </td>
  );
}

const choices = ["reported", "estimated", "pending", "notMeasured", "notApplicable"] as const;

function Chooser({ label, edit: { text, onType, onLeave, onChosen }, words }: { label: string; edit: Editing; words: EntryWords }) {
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
    <select ref={select} data-edit className="pick-status" aria-label={label} value={text} onChange={(event) => choose(event.target.value)} onBlur={onLeave}>
      {choices.map((status) => <option key={status} value={status}>{words.choose[status]}</option>)}
      {text === "discontinued" ? <option value="discontinued">{words.glyph.discontinued}</option> : null}
      <option value="">{words.choose.empty}</option>
    </select>
  );
}

type StatusProps = { row: RowView; cell: DraftCell | undefined; isTyping: boolean; isQuestioned: boolean; view: SheetView; place: PlaceProps; edit: Editing | null };
type Mark = { sign: SignName; tone: string; word: string; beside: string; title?: string };

/** What the cell is in: its state of saving, and its status where that says more. While edited, a list of statuses. */
export function StatusCell({ row, cell, isTyping, isQuestioned, view, place, edit }: StatusProps) {
  const { sign, tone, word, beside, title = beside }: Mark = isTyping ? { sign: "pencil" as const, tone: "accent", word: view.words.state.typing, beside: "" } : cell ? markOf(cell, isQuestioned, view) : lockedMark(row, view.words);
  const label = fill(view.words.statusOf, { kpi: row.name });
  return (
    <td className={`st ${edit ? "edits" : ""}`} role="gridcell" aria-label={`${label}: ${word} ${beside}`.trim()} aria-haspopup={cell && !view.isReadOnly ? "listbox" : undefined} {...place}>
      {edit ? <Chooser label={label} edit={edit} words={view.words} /> : (
        <span className={`es ${tone}`}>
          <Sign name={sign} />
          <b>{word}</b>
          {beside ? <span title={title}>{beside}</span> : null}
        </span>
      )}
    </td>
  );
}

function markOf(cell: DraftCell, isQuestioned: boolean, { words: { state, glyph }, today, locale }: SheetView): Mark {
  const { status } = contentNow(cell);
  const when = whenSaved(cell.savedAt, today, locale);
  const nature = [status === "estimated" ? state.estimated : "", cell.isExample ? state.example : ""].filter(Boolean).join(", ");
  // When an example was loaded is nobody's business; the title still tells.
  const also = cell.isExample ? nature : [when, nature].filter(Boolean).join(", ");
  const title = [when && fill(state.savedAt, { time: when }), nature].filter(Boolean).join(", ");
  switch (stateOf(cell)) {
    case "refused":
      return { sign: "stop", tone: "worse", word: state.refused, beside: state.notSaved };
    case "conflict":
      return { sign: "conflict", tone: "worse", word: state.conflict, beside: state.notSaved };
    case "saving":
      return { sign: "saving", tone: "quiet", word: state.saving, beside: "" };
    case "waiting":
      return { sign: "saving", tone: "quiet", word: state.waiting, beside: "" };
    case "missing":
      return { sign: "ring", tone: "quiet", word: state.missing, beside: "" };
    default:
      if (isQuestioned) return { sign: "question", tone: "question", word: state.question, beside: fill(state.savedAt, { time: also }) };
      if (status === "pending") return { sign: "clock", tone: "quiet", word: glyph.pending, beside: fill(state.savedAt, { time: when }) };
      if (status === "reported" || status === "estimated") return { sign: "check", tone: "better", word: state.saved, beside: also, title };
      return { sign: "check", tone: "quiet", word: status ? glyph[status] : state.saved, beside: fill(state.savedAt, { time: when }) };
  }
}

function lockedMark({ kind }: RowView, { state }: EntryWords): Mark {
  const [sign, word] = kind === "notAsked" ? (["lock", state.notAsked] as const) : (["sum", kind === "calculated" ? state.calculated : state.consolidated] as const);
  return { sign, tone: "quiet", word, beside: "" };
}
