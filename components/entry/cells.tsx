"use client";
import { longestWords } from "@/lib/value/model";

/** An edit going on in a cell. */
export type Editing = { text: string; onType: (text: string) => void; onLeave: () => void; onChosen: () => void };
/** What makes a cell a place of the grid. */
export type PlaceProps = {
  "data-place": string;
  tabIndex: number;
  "aria-selected": true | undefined;
  onDoubleClick: () => void;
  onPointerUp: (event: { pointerType: string }) => void;
};

/** The field a cell is edited in. */
export function Input({
  label,
  edit: { text, onType, onLeave },
  mode,
}: {
  label: string;
  edit: Editing;
  mode?: "decimal";
}) {
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
