import { StateSign } from "@/components/figure/sign";
import type { TargetState } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import type { Tally } from "@/lib/report/model";
import { filled, reportWords } from "@/lib/report/notation/model";

/** State of a target in a table: sign and word. */
export function StateMark({ state, locale }: { state: TargetState; locale: Locale }) {
  return (
    <span className={`st s-${state}`}>
      <StateSign state={state} />
      {reportWords(locale).report.state[state]}
    </span>
  );
}

/** One sign per KPI, best first, without words: they stand beside it. */
export function StateRow({ states }: { states: TargetState[] }) {
  return (
    <span className="marks" aria-hidden="true">
      {states.map((state, index) => (
        <StateSign key={index} state={state} />
      ))}
    </span>
  );
}

/** How many KPIs are in each state, as signs with words. */
export function TallyList({ tally, locale }: { tally: Tally; locale: Locale }) {
  return (
    <ul className="cs">
      {tally.map(({ state, count }) => (
        <li key={state}>
          <StateSign state={state} />
          <span>
            <b>{count}</b> {reportWords(locale).report.state[state]}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The same as a sentence: "16 nøgletal: 2 bagud, 4 basisår". */
export function tallyText(tally: Tally, locale: Locale): string {
  const { state: names, kpiCountOne, kpiCountMany } = reportWords(locale).report;
  const count = tally.reduce((sum, part) => sum + part.count, 0);
  const parts = tally.map(({ state, count: of }) => `${of} ${names[state]}`).join(", ");
  return `${filled(count === 1 ? kpiCountOne : kpiCountMany, { count })}${parts ? `: ${parts}` : ""}.`;
}
