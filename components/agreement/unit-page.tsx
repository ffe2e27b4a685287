import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { wasSigned } from "@/lib/agreement/life/model";
import { textToSign, type AgreementView } from "@/lib/agreement/model";
import { agreementHref } from "@/lib/agreement/place/model";
import type { Lack } from "@/lib/agreement/rule/model";
import type { AgreementParty } from "@/lib/database/generated/enums";
import type { Locale } from "@/lib/language/model";
import type { Track } from "@/lib/strategy/model";
import { NextActs } from "./acts";
import { Earlier } from "./earlier";
import { Lacks } from "./lacks";
import { ExampleMark, StateMark } from "./marks";
import { AssessForm, Assessments, Steps } from "./said";
import { Texts } from "./texts";
import { TrackPart } from "./track-part";
import { dayText } from "./amount";
import { spoken } from "./frame";

/** What the reader may do here. */
export type UnitRights = {
  edit: boolean;
  central: boolean;
  parties: AgreementParty[];
  /** Tracks the reader may comment on and assess. */
  assess: Track[];
  handOn: boolean;
};

type Props = {
  org: string;
  period: string;
  agreement: AgreementView;
  tracks: Track[];
  lacks: Lack[];
  rights: UnitRights;
  today: string;
  locale: Locale;
};

/** An org unit's agreement: how far it is and what is next, its commitments by track, the signed words, what was said. */
export function UnitPage({ org, period, agreement, tracks, lacks, rights, today, locale }: Props) {
  const t = useTranslations("agreement");
  const { orgUnit, state, edition, commitments } = agreement;
  const here = agreementHref(org, period, orgUnit.code);
  const waiting = textToSign(agreement);
  const hasEnded = state === "closed" || state === "handedOn";
  const mayEdit = rights.edit && state === "draft";
  return (
    <>
      <header className="unit-head">
        <h1>{orgUnit.name}</h1>
        <p className="lead">
          {t("agreementOf", { period: spoken(period) })} <StateMark state={state} edition={edition} />{" "}
          {agreement.isExample ? <ExampleMark /> : null}
        </p>
        {agreement.handsOnFrom && state === "handedOn" ? (
          <p className="prose">
            {t("handedOnText", {
              day: dayText(agreement.handsOnFrom, locale, "long"),
              units: [...new Set(agreement.handovers.map((one) => one.orgUnit))].join(", "),
            })}
          </p>
        ) : null}
        {agreement.evaluation ? <p className="prose evaluation">{agreement.evaluation}</p> : null}
        <nav className="jump" aria-label={t("onThisPage")}>
          {tracks.map(({ code, name }) => (
            <a key={code} href={`#${code}`}>
              {name}
            </a>
          ))}
          {agreement.texts.length > 0 ? <a href="#text">{waiting ? t("textToSign") : t("textTitle")}</a> : null}
          <a href="#said">{t("saidTitle")}</a>
        </nav>
      </header>
      {hasEnded ? null : <Lacks lacks={lacks} tracks={tracks} />}
      {rights.edit && !hasEnded ? (
        <section className="next" aria-labelledby="next-title">
          <h2 id="next-title">{t("nextTitle")}</h2>
          {rights.handOn && state === "signed" ? (
            <p>
              <Link className="btn" href={`${here}/hand-on`}>
                {t("handOnLink")}
              </Link>
            </p>
          ) : null}
          <NextActs org={org} agreement={agreement} parties={rights.parties} isCentral={rights.central} />
        </section>
      ) : null}
      {agreement.earlier.length > 0 &&
      edition === 1 &&
      (state === "draft" || agreement.earlier.some((one) => !one.decision)) ? (
        <section aria-labelledby="earlier-title">
          <h2 id="earlier-title">{t("earlierTitle")}</h2>
          <p className="muted">{t("earlierLead")}</p>
          <Earlier org={org} agreement={agreement} mayDecide={rights.edit} />
        </section>
      ) : null}
      {tracks.map((track) => (
        <TrackPart
          key={track.id}
          track={track}
          commitments={commitments.filter(({ trackId }) => trackId === track.id)}
          periodHref={`/${org}/agreements/${period}`}
          here={here}
          isDraft={!wasSigned(agreement)}
          mayAdd={mayEdit}
          today={today}
          locale={locale}
        />
      ))}
      {agreement.texts.length > 0 ? <Texts agreement={agreement} here={here} locale={locale} /> : null}
      <section id="said" aria-labelledby="said-title">
        <h2 id="said-title">{t("saidTitle")}</h2>
        <Assessments said={agreement.assessments} tracks={tracks} locale={locale} />
        {rights.assess.length > 0 ? (
          <details>
            <summary>{t("assessTitle")}</summary>
            <AssessForm org={org} agreementId={agreement.id} tracks={rights.assess} />
          </details>
        ) : null}
      </section>
      <section aria-labelledby="steps-title">
        <h2 id="steps-title">{t("stepsTitle")}</h2>
        <Steps steps={agreement.steps} locale={locale} />
      </section>
    </>
  );
}
