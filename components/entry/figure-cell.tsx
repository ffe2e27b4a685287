"use client";
import { Sign } from "@/components/ui/sign";
import { contentNow, stateOf, type DraftCell } from "@/lib/value/draft/model";
import { cellText } from "./cell-text";
import { Input, type Editing, type PlaceProps } from "./cells";
import type { CellView, RowView, SheetView } from "./view";
import { fill } from "./words";

type Props = {
  row: RowView;
  cell: CellView;
  draft: DraftCell | undefined;
  isQuestioned: boolean;
  /** What it comes to where it is not entered. */
  workedText: string;
  describedBy: string | undefined;
  view: SheetView;
  place: PlaceProps;
  edit: Editing | null;
};

const toned: Partial<Record<ReturnType<typeof stateOf>, string>> = { refused: "bad", conflict: "conf", locked: "bad" };

/** The figure of a year: a number, a split, a glyph, or a refused text as it was typed. */
export function FigureCell({
  row,
  cell,
  draft,
  isQuestioned,
  workedText,
  describedBy,
  view: { words, locale, years },
  place,
  edit,
}: Props) {
  const state = draft && stateOf(draft);
  const tone = (state && toned[state]) ?? (isQuestioned ? "ask" : "");
  const label = fill(words.cell, { kpi: row.name, year: cell.year, unitOfMeasure: row.unitOfMeasure });
  const text = draft ? cellText(draft, "figure", locale) : workedText;
  // Among several years there is no column for the state of each: what is not as it should be is said with the figure.
  const isSettled = state === undefined || state === "saved" || state === "pending" || state === "missing";
  const word = isSettled ? (isQuestioned ? words.state.question : "") : words.state[state];
  const reason = cell.isEntered ? "" : years.find(({ year }) => year === cell.year)!.reason;
  const isSplit = cell.rule.valueKind === "split";
  return (
    <td
      className={`e ${tone} ${edit ? "edits" : ""} ${cell.isEntered ? "" : "shut"} ${state === "waiting" || state === "saving" ? "way" : ""}`}
      role="gridcell"
      aria-label={[`${label}: ${text || words.empty}`, years.length > 1 && word].filter(Boolean).join(", ")}
      aria-readonly={!cell.isEntered || undefined}
      aria-invalid={tone === "bad" || undefined}
      aria-describedby={describedBy}
      title={
        [years.length > 1 ? word : "", reason || (draft ? "" : cell.worked.title)].filter(Boolean).join(". ") ||
        undefined
      }
      data-year={years.length > 1 ? cell.year : undefined}
      {...place}
    >
      {/* Negative numbers and splits need keys that a phone's number pad lacks. */}
      {edit ? (
        <Input label={label} edit={edit} mode={isSplit ? undefined : "decimal"} />
      ) : (
        <span className={(draft && contentNow(draft).status) === "estimated" ? "in est" : "in"}>
          {years.length > 1 && tone ? (
            <Sign name={tone === "ask" ? "question" : tone === "conf" ? "conflict" : "stop"} />
          ) : null}
          {text}
        </span>
      )}
    </td>
  );
}
