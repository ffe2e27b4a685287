"use client";
import { useEffect, useMemo, useRef } from "react";
import { Heads, overFigures } from "@/components/ui/table";
import type { CellId, DraftCell } from "@/lib/value/draft/model";
import { arranged, type Placed } from "@/lib/value/paste/model";
import { statusSaid } from "./cell-text";
import { effectsOf, type Effect, type Going } from "./paste-effect";
import type { Edit } from "./sheet-state";
import { questionTold, refusalTold } from "./status-text";
import type { Pasted } from "./take-pasted";
import type { RowView, SheetView } from "./view";
import { fill } from "./words";

export { takePasted } from "./take-pasted";

type Props = {
  pasted: Pasted;
  view: SheetView;
  rows: RowView[];
  byCode: ReadonlyMap<string, RowView>;
  cells: Record<CellId, DraftCell>;
  /** Gets the edits, and what there is to say of them. */
  onApply: (edits: Edit[], told: string) => void;
  onCancel: () => void;
};

/** Says what a paste will do, cell by cell, before it does it. Enter applies it, Esc lets it be. */
export function PasteDialog({ pasted, view, rows, byCode, cells, onApply, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // A dialog hands the focus to what comes first in it, the list.
    first.current?.focus();
  }, []);
  // Closed before it goes away, so that the focus returns to where it came from.
  const close = (then: () => void) => {
    dialog.current?.close();
    then();
  };
  const { words, locale } = view;
  const say = words.paste;
  const plan = useMemo(() => {
    const layout = layoutOf(pasted, view, rows);
    if (layout === "yearsUnknown") return null;
    const going = layout.placed.map(({ row, at, ...rest }: Placed): Going => ({
      ...rest,
      row: rows[row]!,
      cell: rows[row]!.years[at]!,
    }));
    return { ...layout, ...effectsOf(going, byCode, cells, locale) };
  }, [pasted, view, rows, byCode, cells, locale]);
  const counts = (outcomes: Effect["outcome"][]) =>
    plan?.effects.filter(({ outcome }) => outcomes.includes(outcome)).length ?? 0;
  const changes = counts(["changed"]);
  const told = !plan
    ? [say.yearsUnknown]
    : [
        plan.edits.length === 0 && counts(["agrees", "differs", "lacks"]) === 0 && say.nothing,
        changes === 1 ? say.changeOne : fill(say.change, { count: changes }),
        ...(
          [
            [say.waits, counts(["waits"])],
            [say.refused, counts(["refused"])],
            [say.compared, counts(["agrees", "differs", "lacks"])],
            [say.differs, counts(["differs"])],
            [say.same, counts(["same"])],
            [say.skipped, plan.skipped + counts(["locked"])],
          ] as const
        ).map(([text, count]) => count > 0 && fill(text, { count })),
      ].filter((text) => text !== false);
  const names = plan && [
    plan.unmatched.length > 0 && fill(say.unmatched, { names: plan.unmatched.join(", ") }),
    plan.twice.length > 0 && `${plan.twice.join(", ")}: ${say.twice}`,
    plan.ignored.length > 0 && fill(say.ignored, { names: plan.ignored.join(", ") }),
    plan.isOrdered && fill(say.years, { years: view.years.map(({ year }) => year).join(", ") }),
  ];
  const shown = [...(plan?.effects ?? [])]
    .filter(({ outcome }) => outcome !== "same")
    .sort((one, other) => rank(one) - rank(other));
  const cellCount = new Set(plan?.edits.map(({ id }) => id)).size;
  const pastedTold = cellCount === 1 ? words.told.pastedOne : fill(words.told.pasted, { count: cellCount });
  const canApply = plan !== null && plan.edits.length > 0;
  return (
    <dialog
      ref={dialog}
      className="dialog entry-paste"
      aria-labelledby="paste-title"
      onCancel={(event) => (event.preventDefault(), close(onCancel))}
    >
      <h2 id="paste-title">{say.title}</h2>
      <p role="status">{told.join(" · ")}</p>
      {names?.map((text) =>
        text ? (
          <p key={text} className="muted">
            {text}
          </p>
        ) : null,
      )}
      {shown.length > 0 ? (
        <div className="entry-paste-list" tabIndex={0} role="group" aria-labelledby="paste-title">
          <table className="tbl">
            <Heads columns={[say.kpi, say.year, overFigures(say.before), overFigures(say.after), say.about]} />
            <tbody>
              {shown.map((effect, index) => (
                <tr key={index} className={toneOf(effect)}>
                  <th scope="row">
                    {effect.row.name}
                    {effect.column === "figure" ? null : <small> {say.field[effect.column]}</small>}
                  </th>
                  <td>{effect.cell.year}</td>
                  <td className="r">{said(effect, effect.before, view)}</td>
                  <td className="r">
                    <b>{said(effect, effect.after, view)}</b>
                  </td>
                  <td>{about(effect, view)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="btns">
        {canApply ? (
          <button
            ref={first}
            type="button"
            className="btn main"
            onClick={() => close(() => onApply(plan.edits, pastedTold))}
          >
            {say.apply} <kbd>Enter</kbd>
          </button>
        ) : null}
        <button ref={canApply ? undefined : first} type="button" className="btn" onClick={() => close(onCancel)}>
          {say.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </dialog>
  );
}

/** One cell for a whole selection fills it; else the block is laid out on the sheet. */
function layoutOf({ block, place, range }: Pasted, view: SheetView, rows: RowView[]): ReturnType<typeof arranged> {
  const from = range ? { row: range.top, column: range.left } : place;
  const isOne = block.length === 1 && block[0]!.length === 1;
  const filled =
    isOne && range
      ? Array.from({ length: range.bottom - range.top + 1 }, () =>
          Array<string>(range.right - range.left + 1).fill(block[0]![0]!),
        )
      : block;
  const sheet = {
    rows: rows.map(({ code, name, fullName, names, parentCode, years: [cell] }) => ({
      code,
      names: [fullName, name, ...names],
      parentCode,
      unitOfMeasure: cell!.rule.unitOfMeasure,
    })),
    years: view.years.map(({ year }) => year),
    columns: view.columns.flatMap((column) => (column.kind === "name" ? [] : [column])),
  };
  return arranged(filled, sheet, from);
}

/** What needs a look comes first. */
function rank({ outcome, questions }: Effect): number {
  const order = ["refused", "waits", "differs", "lacks", "locked", "changed", "agrees", "same"];
  return order.indexOf(outcome) - (questions.length > 0 ? 0.5 : 0);
}

function toneOf({ outcome, questions }: Effect): string {
  if (outcome === "refused") return "bad";
  return ["waits", "differs"].includes(outcome) || questions.length > 0 ? "ask" : "";
}

/** A text of the preview: a status in words. */
function said({ column }: Effect, text: string, { words }: SheetView): string {
  return column === "status" ? statusSaid(text, words) : text;
}

function about(effect: Effect, view: SheetView): string {
  const { words, locale, years } = view;
  const say = words.paste;
  const { outcome, cell, text, mark, factor, guess, questions, refused, content, lastYear } = effect;
  const put = ({ text: sentence, values }: { text: string; values: Record<string, string | number> }) =>
    fill(sentence, values);
  const [question] = questions;
  return [
    guess && fill(say.guess, { label: guess }),
    refused && put(refusalTold(refused, words, locale)),
    outcome === "agrees" && say.equal,
    outcome === "differs" && fill(say.differ, { text: effect.before || words.empty }),
    outcome === "lacks" && say.lacks,
    outcome === "locked" &&
      fill(say.locked, { reason: years.find(({ year }) => year === cell.year)?.reason || words.state.notAskedHere }),
    (outcome === "changed" || outcome === "waits") &&
      text.trim() !== effect.after &&
      effect.column === "figure" &&
      fill(say.reads, { text: effect.after }),
    mark && fill(say.mark, { mark }),
    factor,
    outcome === "waits" && questions.length === 0 && words.question.basisMissing,
    question && content && put(questionTold(question, lastYear, content, cell.year, words, locale)),
  ]
    .filter(Boolean)
    .join(" · ");
}
