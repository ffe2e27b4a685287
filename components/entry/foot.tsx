import { formatDecimal } from "@/lib/number/format";
import { expectedRange } from "@/lib/value/question/model";
import type { SheetView, RowView } from "./view";
import { fill } from "./words";

/** Along the foot of the page: what the KPI in hand means, what is expected of it, and what the keys do. */
export function Foot({
  row,
  view: { year, locale, words, isReadOnly },
  onBeside,
}: {
  row: RowView | undefined;
  view: SheetView;
  onBeside: () => void;
}) {
  const range = row?.kind === "asked" && row.lastYear ? expectedRange(row.lastYear, row.rule) : null;
  const { keys } = words;
  return (
    <div className="entry-foot">
      {row ? (
        <p>
          <b>
            {row.fullName}, {row.unitOfMeasure}.
          </b>{" "}
          {row.definition}{" "}
          {range
            ? fill(words.expected, {
                year: year - 1,
                low: formatDecimal(range.low, locale),
                high: formatDecimal(range.high, locale),
              })
            : null}
        </p>
      ) : null}
      {isReadOnly ? null : (
        <ul>
          <li>
            <kbd>Enter</kbd> {keys.enter}
          </li>
          <li>
            <kbd>↑</kbd>
            <kbd>↓</kbd> {keys.arrows}
          </li>
          <li>
            <kbd>Esc</kbd> {keys.escape}
          </li>
          <li>
            <kbd>Ctrl</kbd>
            <kbd>V</kbd> {keys.paste}
          </li>
          <li>
            <kbd>-</kbd> {keys.pending}
          </li>
          <li>
            <kbd>Alt</kbd>
            <kbd>↓</kbd> {keys.status}
          </li>
          <li>
            <kbd>Alt</kbd>
            <kbd>K</kbd> {keys.note}
          </li>
          <li>
            <kbd>F8</kbd> {keys.problem}
          </li>
        </ul>
      )}
      <button type="button" className="act" aria-keyshortcuts="Alt+Enter" onClick={onBeside}>
        {words.beside.title} <kbd>Alt</kbd> <kbd>Enter</kbd>
      </button>
    </div>
  );
}
