"use client";
import { useEffect, useMemo, type ReactNode } from "react";
import { contentNow, type CellId, type DraftCell } from "@/lib/value/draft/model";
import { isWithin, sizeOf, type Place } from "@/lib/value/selection/model";
import { isFlagged, isStopped, openQuestions } from "./asked";
import { statusSaid } from "./cell-text";
import { onKey } from "./keys";
import { Row } from "./row";
import type { SheetState } from "./sheet-state";
import type { SheetStore } from "./store";
import type { Pasted } from "./take-pasted";
import { useClipboard } from "./use-clipboard";
import { cellAt, useHand, type Typing } from "./use-hand";
import { usePointer } from "./use-pointer";
import type { CellView, RowView, SheetView } from "./view";
import { fill } from "./words";
import type { workedOut } from "./worked";

type Props = {
  view: SheetView;
  /** The rows shown, in their groups' order. */
  rows: RowView[];
  byCode: ReadonlyMap<string, RowView>;
  store: SheetStore;
  state: SheetState;
  work: typeof workedOut | null;
  /** Caption, columns and their names. */
  head: ReactNode;
  /** What stands beside cells of the sheet's year, by KPI; those beside which nothing stands have none. */
  signs: Record<string, ReactNode>;
  onPlace: (place: Place) => void;
  onTyping: (typing: Typing | null) => void;
  onPasted: (pasted: Pasted) => void;
  /** What stands beside the cell in hand is asked for. */
  onBeside: () => void;
  /** Something to be said aloud. */
  onTold: (told: string) => void;
};

/** The grid: one tab stop, moved within by keys and mouse as in a spreadsheet. A place is either looked at or edited. */
export function Grid({
  view,
  head,
  signs,
  rows,
  byCode,
  store,
  state,
  work,
  onPlace,
  onTyping,
  onPasted,
  onBeside,
  onTold,
}: Props) {
  const { locale, isReadOnly, words, columns } = view;
  const hand = useHand({ view, rows, store, onPlace, onTyping });
  const { table, place, range, editing } = hand;
  const { rows: high, columns: wide } = sizeOf(range ?? { top: 0, bottom: 0, left: 0, right: 0 });
  useEffect(() => {
    if (high * wide > 1) onTold(fill(words.told.selected, { rows: high, columns: wide }));
  }, [high, wide, onTold, words]);
  const indexOf = useMemo(() => new Map(rows.map((row, index) => [row.kpiId, index])), [rows]);

  const worked = (row: RowView, cell: CellView): { text: string; lacks: string[] } => {
    const out = cell.kind === "calculated" ? work?.(cell, byCode, state.cells, locale) : null;
    if (!out) return { text: cell.worked.text, lacks: cell.worked.lacks };
    return { text: out.text, lacks: out.lacks.map((code) => byCode.get(code)?.name ?? code) };
  };
  const shown = (at: Place) => {
    const found = cellAt(rows, view, at);
    const row = rows[at.row]!;
    if (!found) return row.name;
    if (!state.cells[found.cell.id]) return found.column === "figure" ? worked(row, found.cell).text : "";
    return found.column === "status" ? statusSaid(hand.textAt(at), words) : hand.textAt(at);
  };
  const says = (row: RowView, cell: CellView, isHere: boolean) => {
    const draft = state.cells[cell.id];
    if (!draft) return false;
    const isAlone = columns.length > 1 && view.years.length === 1;
    if (isStopped(draft)) return isAlone || isHere;
    return (isHere || (isAlone && draft.isTouched)) && openQuestions(row, cell, byCode, state.cells).length > 0;
  };

  return (
    <div className="entry-scroll">
      <table
        ref={table}
        className={view.years.length > 1 ? "tbl entry-grid years" : "tbl entry-grid"}
        role="grid"
        aria-multiselectable="true"
        aria-readonly={isReadOnly || undefined}
        onKeyDown={(event) =>
          onKey(event, {
            view,
            rows,
            store,
            hand,
            says: (at) => {
              const found = cellAt(rows, view, at);
              return found !== null && says(rows[at.row]!, found.cell, true);
            },
            flagged: () =>
              rows.flatMap((row, index) =>
                row.years.flatMap((cell, year) =>
                  isFlagged(row, cell, byCode, state.cells)
                    ? [{ row: index, column: columns.findIndex((one) => one.kind === "figure" && one.at === year) }]
                    : [],
                ),
              ),
            onBeside,
            onTold,
          })
        }
        {...usePointer(hand)}
        {...useClipboard({ view, rows, store, hand, shown, onPasted, onTold })}
      >
        {head}
        {view.groups.map((group) => {
          const visible = group.rows.filter(({ kpiId }) => indexOf.has(kpiId));
          return visible.length === 0 ? null : (
            <tbody key={group.code}>
              <tr className={`gh ${group.colour ?? ""}`}>
                <th scope="rowgroup" colSpan={view.years.length > 1 ? view.years.length + 2 : 8}>
                  <span>{group.name}</span>
                </th>
              </tr>
              {visible.map((row) => {
                const index = indexOf.get(row.kpiId)!;
                const isHere = place.row === index;
                const told = row.years.find((cell) =>
                  says(row, cell, isHere && cellAt(rows, view, place)?.cell === cell),
                );
                return (
                  <Row
                    key={row.kpiId}
                    row={row}
                    sign={signs[row.kpiId]}
                    index={index}
                    view={view}
                    cells={state.cells}
                    store={store}
                    column={isHere ? place.column : null}
                    editing={isHere ? editing : null}
                    isSelected={(column) => range !== null && isWithin(range, index, column)}
                    told={told ?? null}
                    questions={(cell) => openQuestions(row, cell, byCode, state.cells)}
                    worked={(cell) => worked(row, cell)}
                    onType={hand.type}
                    onBegin={(column) => hand.begin({ row: index, column }, null)}
                    onBack={() => hand.go({ row: index, column: isHere ? place.column : 1 })}
                    onChosen={() => hand.end(true, place)}
                    onLeave={(column) => hand.leave({ row: index, column })}
                  />
                );
              })}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

/** Whether a cell that is to be entered says nothing yet. */
export function isMissing(cells: Record<CellId, DraftCell>, cell: CellView): boolean {
  const draft = cells[cell.id];
  return cell.isEntered && draft !== undefined && draft.refused === null && contentNow(draft).status === null;
}
