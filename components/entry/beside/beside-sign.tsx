import { fill, type EntryWords } from "@/components/entry/words";
import { Sign } from "@/components/ui/sign";
import type { BesideCount } from "@/lib/value/beside/model";

/**
 * At a row of the grid: how much evidence backs its cell and how many discussions are open. It leads to the cell's own
 * page; by the keyboard Alt+Enter opens the same beside the grid, so it is no stop of its own.
 */
export function BesideSign({
  kpi,
  href,
  count: { evidence, open },
  words: say,
}: {
  kpi: string;
  href: string;
  count: BesideCount;
  words: EntryWords["beside"];
}) {
  const told = [
    ...(evidence > 0 ? [evidence === 1 ? say.evidenceOne : fill(say.evidence, { count: evidence })] : []),
    ...(open > 0 ? [open === 1 ? say.openOne : fill(say.open, { count: open })] : []),
  ].join(", ");
  return (
    <a className="beside-sign" href={href} tabIndex={-1} title={told} aria-label={`${fill(say.of, { kpi })}: ${told}`}>
      {evidence > 0 ? (
        <span>
          <Sign name="clip" /> {evidence}
        </span>
      ) : null}
      {open > 0 ? (
        <span className="question">
          <Sign name="talk" /> {open}
        </span>
      ) : null}
    </a>
  );
}
