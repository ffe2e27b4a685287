import type { ReactNode } from "react";
import { formatDecimal } from "@/lib/number/format";
import { readCell, writeCell } from "@/lib/value/reading/model";
import { expectedRange } from "@/lib/value/question/model";
import type { Typing } from "./use-hand";
import type { CellView, SheetView, RowView } from "./view";
import { whyNotEntered } from "./why";
import { fill } from "./words";

type Props = {
  row: RowView | undefined;
  cell: CellView | undefined;
  typing: Typing | null;
  view: SheetView;
  /** What the keys do. */
  keys: ReactNode;
  onBeside: () => void;
};

/** Along the foot of the page: how what is typed is read, what the KPI in hand means and is expected to be or why it is not entered, and what the keys do. */
export function Foot({ row, cell, typing, view, keys, onBeside }: Props) {
  const { years, locale, words } = view;
  const range = cell?.isEntered && cell.lastYear ? expectedRange(cell.lastYear, cell.rule) : null;
  const restatePath = cell?.kind === "asked" ? years.find(({ year }) => year === cell.year)?.restatePath : null;
  const read = typing && cell && typing.column === "figure" ? readCell(typing.text, cell.rule, locale) : null;
  const why = cell && !cell.isEntered ? whyNotEntered(cell, view) : null;
  const figure = read?.ok && read.figure.status ? writeCell(read.figure, locale) : "";
  return (
    <div className="entry-foot">
      {row && cell ? (
        <p>
          <b>
            {row.fullName}, {row.unitOfMeasure}.
          </b>{" "}
          {figure ? (
            <output>
              {fill(words.read, { text: `${figure}${read?.ok && read.figure.amount ? ` ${row.unitOfMeasure}` : ""}` })}.
            </output>
          ) : (
            row.definition
          )}{" "}
          {range
            ? fill(words.expected, {
                year: cell.year - 1,
                low: formatDecimal(range.low, locale),
                high: formatDecimal(range.high, locale),
              })
            : why}
        </p>
      ) : null}
      <div>
        {keys}
        {restatePath && row ? (
          <a className="act" href={restatePath + row.code} aria-label={`${words.restate}: ${row.name}`}>
            {words.restate}
          </a>
        ) : null}
        <button type="button" className="act" aria-keyshortcuts="Alt+Enter" onClick={onBeside}>
          {words.beside.title}
        </button>
      </div>
    </div>
  );
}
