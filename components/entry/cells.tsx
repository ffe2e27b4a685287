"use client";
import { longestWords } from "@/lib/value/model";

/** An edit going on in a cell. */
export type Editing = { text: string; onType: (text: string) => void; onLeave: () => void; onChosen: () => void };
/** What makes a cell a place of the grid. */
export type PlaceProps = {
  "data-place": string;
  tabIndex: number;
  onDoubleClick: () => void;
  onPointerUp: (event: { pointerType: string }) => void;
};

function Input({ label, edit: { text, onType, onLeave }, mode }: { label: string; edit: Editing; mode?: "decimal" }) {
  return (
    <input
      data-edit
      className="in"
      type="text"
      inputMode={mode}
      enterKeyHint="next"
      autoComplete="off"
      spellCheck={mode ? false : undefined}
      maxLength={mode ? 200 : longestWords}
      aria-label={label}
      value={text}
      onChange={(event) => onType(event.target.value)}
      onBlur={onLeave}
    />
  );
}

type FigureProps = {
  label: string;
  tone: string;
  text: string;
  isEstimate: boolean;
  isSplit: boolean;
  isEntered: boolean;
  isEmptyWord: string;
  describedBy: string | undefined;
  place: PlaceProps;
  edit: Editing | null;
};

/** The figure of the year: a number, a split, a glyph, or a refused text as it was typed. */
export function FigureCell({
  label,
  tone,
  text,
  isEstimate,
  isSplit,
  isEntered,
  isEmptyWord,
  describedBy,
  place,
  edit,
}: FigureProps) {
  return (
    <td
      className={`e ${tone} ${edit ? "edits" : ""}`}
      role="gridcell"
      aria-label={`${label}: ${text || isEmptyWord}`}
      aria-readonly={!isEntered || undefined}
      aria-invalid={tone === "bad" || undefined}
      aria-describedby={describedBy}
      {...place}
    >
      {/* Negative numbers and splits need keys that a phone's number pad lacks. */}
      {edit ? (
        <Input label={label} edit={edit} mode={isSplit ? undefined : "decimal"} />
      ) : (
        <span className={isEstimate ? "in est" : "in"}>{text}</span>
      )}
    </td>
  );
}

/** A source or a remark. */
export function WordsCell({
  label,
  text,
  isBad = false,
  hint = "",
  isEntered,
  place,
  edit,
}: {
  label: string;
  text: string;
  isBad?: boolean;
  hint?: string;
  isEntered: boolean;
  place: PlaceProps;
  edit: Editing | null;
}) {
  return (
    <td
      className={`no ${isBad ? "bad" : ""} ${edit ? "edits" : ""}`}
      role="gridcell"
      aria-label={`${label}: ${text}`}
      aria-readonly={!isEntered || undefined}
      {...place}
    >
      {edit ? (
        <Input label={label} edit={edit} />
      ) : text ? (
        <span className="words" title={text}>
          {text}
        </span>
      ) : hint ? (
        <span className="add">{hint}</span>
      ) : null}
    </td>
  );
}
