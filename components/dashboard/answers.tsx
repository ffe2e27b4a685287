import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateSign } from "@/components/figure/sign";
import type { FigureWords } from "@/components/figure/words";
import { Sign } from "@/components/ui/sign";
import type { SignName } from "@/components/ui/signs";
import type { ChangeGroup, Summary } from "@/lib/dashboard/model";
import type { TargetState } from "@/lib/figure/model";

/** Makes the address of a narrowed list. */
export type SelectionHref = (selection: string) => string;

/** The number that answers a question, with what it counts. */
export function BigNumber({ number, of, small }: { number: number | string; of: ReactNode; small?: ReactNode }) {
  return (
    <p className="big">
      <b>{number} </b>
      <span>
        {of}
        {small ? <small>{small}</small> : null}
      </span>
    </p>
  );
}

/** One mark per KPI, in groups of falling height, so that the shares can be seen without colour. */
function Strip({ groups }: { groups: { look: string; count: number }[] }) {
  return (
    <div className="strip" aria-hidden="true">
      {groups.map(({ look, count }) =>
        count > 0 ? <i key={look} className={`m ${look}`} style={{ ["--n" as string]: count }} /> : null,
      )}
    </div>
  );
}

const stateOrder: { state: TargetState; look: string; always: boolean }[] = [
  { state: "met", look: "good reached", always: false },
  { state: "alreadyMet", look: "good", always: true },
  { state: "onTrack", look: "good track", always: false },
  { state: "missed", look: "bad missed", always: false },
  { state: "behind", look: "bad half", always: true },
  { state: "baseline", look: "thin", always: false },
  { state: "noData", look: "line", always: false },
  { state: "noTarget", look: "line none", always: false },
];

/** Are we on target? */
export function TargetAnswer({
  summary,
  year,
  words,
  href,
}: {
  summary: Summary;
  year: number;
  words: FigureWords;
  href: SelectionHref;
}) {
  const t = useTranslations("dashboard.targets");
  const { states, judged, reached, targetYear } = summary;
  const shown = stateOrder.filter(
    ({ state, always }) => states[state] > 0 || (always && states.met + states.missed === 0),
  );
  return (
    <section>
      <h2>{t("title")}</h2>
      <BigNumber
        number={reached}
        of={t("big", { judged, ahead: states.met === 0 && states.missed === 0 ? "yes" : "no" })}
        small={targetYear === null ? t("smallMixed", { year }) : t("small", { targetYear, year })}
      />
      <Strip groups={stateOrder.map(({ state, look }) => ({ look, count: states[state] }))} />
      <ul className="key">
        {shown.map(({ state }) => (
          <li key={state}>
            <StateSign state={state} />
            <a href={href(state)}>
              <b>{states[state]}</b> {words.target.stateLower[state]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const changeOrder: { group: ChangeGroup; look: string; sign: SignName }[] = [
  { group: "better", look: "good", sign: "alreadyMet" },
  { group: "worse", look: "bad half", sign: "behind" },
  { group: "unchanged", look: "thin", sign: "same" },
  { group: "notComparable", look: "line", sign: "noTarget" },
  { group: "neutral", look: "line none", sign: "noTarget" },
];

/** Better or worse than the year before? */
export function ChangeAnswer({ summary, year, href }: { summary: Summary; year: number; href: SelectionHref }) {
  const t = useTranslations("dashboard.changes");
  const { changes, comparable } = summary;
  return (
    <section>
      <h2>{t("title", { previous: year - 1 })}</h2>
      {comparable === 0 ? (
        <BigNumber number="–" of={t("none", { previous: year - 1 })} />
      ) : (
        <BigNumber
          number={changes.worse}
          of={t("big", { better: changes.better })}
          small={t("small", { comparable })}
        />
      )}
      <Strip groups={changeOrder.map(({ group, look }) => ({ look, count: changes[group] }))} />
      <ul className="key">
        {changeOrder.map(({ group, look, sign }) => (
          <li key={group}>
            {group === "better" || group === "worse" ? (
              <i className={`swatch ${look}`} aria-hidden="true" />
            ) : (
              <Sign name={sign} />
            )}
            <a href={href(group)}>
              <b>{changes[group]}</b> {t(group)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
