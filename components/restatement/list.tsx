import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Sign } from "@/components/ui/sign";
import type { Locale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";
import { effectSentence } from "@/lib/restatement/line/model";
import type { RestatementView } from "@/lib/restatement/queries";
import { Effects } from "./effects";
import { effectWords } from "./words";

type Props = {
  restatements: RestatementView[];
  org: string;
  /** Whether authors may be seen, and explanations written. */
  may: { seeAuthors: boolean; explain: boolean };
  isNarrowed: boolean;
  locale: Locale;
};

/** What was restated, newest first: each with its sentence, its reason and every figure it changed. */
export async function RestatementList({ restatements, org, may, isNarrowed, locale }: Props) {
  const t = await getTranslations("restatement");
  if (restatements.length === 0)
    return (
      <EmptyState
        title={t(isNarrowed ? "none.narrowed" : "none.title")}
        action={
          isNarrowed ? (
            <Link className="act" href={`/${org}/restatements`}>
              {t("none.all")}
            </Link>
          ) : undefined
        }
      >
        <p>{t(isNarrowed ? "none.narrowedText" : "none.text")}</p>
      </EmptyState>
    );
  return (
    <ol className="restated-list">
      {restatements.map((one) => (
        <li key={one.id} id={`r-${one.id}`}>
          <Restatement one={one} org={org} may={may} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

async function Restatement({
  one,
  org,
  may,
  locale,
}: { one: RestatementView } & Omit<Props, "restatements" | "isNarrowed">) {
  const t = await getTranslations("restatement");
  const words = effectWords(t, one.subject.name);
  const at = new Date(one.at);
  const [main] = one.effects;
  return (
    <article aria-labelledby={`t-${one.id}`}>
      <h2 id={`t-${one.id}`}>
        {main
          ? effectSentence(main)
          : t("subject", { name: one.subject.name, year: String(one.fromYear), kind: t(`kind.${one.kind}`) })}
      </h2>
      <p className="reason">{one.reason}</p>
      <p className="who">
        {t(`kind.${one.kind}`)} · <time dateTime={one.at}>{`${formatDate(at, locale)} ${formatTime(at, locale)}`}</time>
        {may.seeAuthors ? ` · ${one.actor ?? t("erased")}` : null}
      </p>
      {one.isMaterial ? <Explaining one={one} org={org} mayExplain={may.explain} /> : null}
      {one.effects.length > 1 ? (
        <details>
          <summary>{t("more", { count: one.effects.length })}</summary>
          <Effects effects={one.effects} words={words} />
        </details>
      ) : null}
    </article>
  );
}

async function Explaining({ one, org, mayExplain }: { one: RestatementView; org: string; mayExplain: boolean }) {
  const t = await getTranslations("restatement");
  if (one.isExplained)
    return (
      <p className="explained">
        <Sign name="check" /> {t("explained")}
      </p>
    );
  return (
    <p className="unexplained">
      <Sign name="question" /> <b>{t("missing")}</b>{" "}
      {one.explainedIn === null ? (
        t("missingNowhere")
      ) : mayExplain ? (
        <Link href={`/${org}/reports/${one.explainedIn}/edit#restatements`}>
          {t("explain", { year: String(one.explainedIn) })}
        </Link>
      ) : (
        t("missingIn", { year: String(one.explainedIn) })
      )}
    </p>
  );
}
