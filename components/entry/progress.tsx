import type { CellState } from "@/lib/value/draft/model";
import { fill, type EntryWords } from "./words";

/** What a cell counts as. */
export type Counted = CellState | "question" | "typing";
type Kind = keyof EntryWords["counts"];

/** In the order of the bar. */
const kindOf: Record<Counted, Kind> = {
  saved: "saved",
  saving: "saving",
  waiting: "saving",
  pending: "pending",
  typing: "typing",
  question: "toYou",
  conflict: "toYou",
  locked: "toYou",
  refused: "toYou",
  missing: "missing",
};
const order = Object.keys(kindOf) as Counted[];
const kinds = [...new Set(Object.values(kindOf))];

/** What is left to do, as the page's heading, and a bar for every cell. */
export function Progress({ states, lead, words }: { states: readonly Counted[]; lead: string; words: EntryWords }) {
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, states.filter((state) => kindOf[state] === kind).length]),
  ) as Record<Kind, number>;
  return (
    <div className="entry-head">
      <div>
        <h1>{heading(counts.toYou, counts.missing, states.length, words)}</h1>
        <p className="entry-lead">{lead}</p>
      </div>
      {states.length > 0 ? (
        <div>
          <div
            className="entry-strip"
            aria-hidden="true"
            style={{ gridTemplateColumns: `repeat(${states.length}, 1fr)` }}
          >
            {order
              .flatMap((state) => states.filter((one) => one === state))
              .map((state, index) => (
                <i key={index} className={`is-${state}`} />
              ))}
          </div>
          <ul className="entry-counts">
            {kinds.map((kind) => (
              <li key={kind}>
                <b>{counts[kind]}</b> {words.counts[kind]}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function heading(toYou: number, missing: number, all: number, words: EntryWords): string {
  const { heading: say } = words;
  const count = (of: number, one: string, many: string) => (of === 1 ? one : fill(many, { count: of }));
  if (toYou > 0) {
    const waiting = count(toYou, say.toYouOne, say.toYou);
    return missing > 0 ? fill(say.and, { one: waiting, other: count(missing, say.missingOne, say.missing) }) : waiting;
  }
  return missing > 0 ? count(missing, say.onlyMissingOne, say.onlyMissing) : fill(say.done, { count: all });
}
