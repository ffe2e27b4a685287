import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { CommitmentView } from "@/lib/agreement/model";
import { isLate } from "@/lib/commitment/model";
import type { Locale } from "@/lib/language/model";
import { amountText, dayText } from "./amount";
import { spoken } from "./frame";
import { ExampleMark, StatusMark } from "./marks";

type Props = {
  commitments: CommitmentView[];
  /** Where a commitment's own page is. */
  href: (id: string) => string;
  /** Nothing has been said of them yet: they are a draft's. */
  isDraft: boolean;
  today: string;
  locale: Locale;
};

/** Commitments one after the other: what, who, by when, measured how, with what effect, and how far. */
export function Commitments({ commitments, href, isDraft, today, locale }: Props) {
  const t = useTranslations("agreement");
  return (
    <ol className="commitments">
      {commitments.map((one) => (
        <li key={one.id}>
          <div className="what">
            <Link href={href(one.id)}>{one.text}</Link> {one.isExample ? <ExampleMark /> : null}
            <p className="muted">
              {one.responsible || t("nobody")} · {t("by", { day: dayText(one.deadline, locale) })} ·{" "}
              {measureText(one, locale, t("measure.milestonesOf", milestoneCounts(one)))}
            </p>
            {one.from ? (
              <p className="muted">{t(`origin.${one.origin}`, { ...one.from, period: spoken(one.from.period) })}</p>
            ) : null}
          </div>
          <Effect of={one} locale={locale} />
          {!isDraft ? (
            <StatusMark status={one.status} isLate={isLate(one, today)} />
          ) : one.from ? null : (
            <span className="muted">{one.isRequired ? t("required") : t(`originShort.${one.origin}`)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What a commitment is measured by, in a few words. */
export function measureText(one: CommitmentView, locale: Locale, milestones: string): string {
  if (one.measure === "milestones" || !one.kpi || one.targetAmount === null) return milestones;
  return `${one.kpi.name} ${amountText(one.targetAmount, one.kpi, locale)}`;
}

/** How many milestones there are, and how many were reached. */
export function milestoneCounts({ milestones }: CommitmentView): { count: number; done: number } {
  return { count: milestones.length, done: milestones.filter(({ doneOn }) => doneOn).length };
}

function Effect({ of: { kpi, expectedEffect, reportedEffect }, locale }: { of: CommitmentView; locale: Locale }) {
  const t = useTranslations("agreement");
  if (!kpi || expectedEffect === null) return <span className="effect" />;
  return (
    <span className="effect">
      <b>{reportedEffect === null ? "–" : amountText(reportedEffect, kpi, locale)}</b>
      <small>{t("effectOf", { expected: amountText(expectedEffect, kpi, locale), kpi: kpi.name })}</small>
    </span>
  );
}
