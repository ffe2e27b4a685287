import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { wasSigned } from "@/lib/agreement/life/model";
import { agreementHref } from "@/lib/agreement/place/model";
import type { TrackUnit } from "@/lib/agreement/track/queries";
import type { Locale } from "@/lib/language/model";
import type { Track } from "@/lib/strategy/model";
import { Commitments } from "./commitments";
import { StateMark } from "./marks";
import { AssessForm, Assessments } from "./said";

type Props = {
  org: string;
  period: string;
  units: TrackUnit[];
  track: Track;
  minimum: number;
  mayAssess: boolean;
  today: string;
  locale: Locale;
};

/** What each org unit has agreed in the track, with what was said of it and room to say more. */
export function TrackUnits({ org, period, units, track, minimum, mayAssess, today, locale }: Props) {
  const t = useTranslations("agreement");
  return units.map(({ agreementId, orgUnit, state, edition, commitments, assessments }) => {
    const own = commitments.filter(({ isRequired }) => !isRequired).length;
    const href = agreementHref(org, period, orgUnit.code);
    return (
      <section key={agreementId} id={orgUnit.code} aria-labelledby={`${orgUnit.code}-title`}>
        <h2 id={`${orgUnit.code}-title`}>
          <Link href={`${href}#${track.code}`}>{orgUnit.name}</Link>
        </h2>
        <p>
          <StateMark state={state} edition={edition} />{" "}
          {own < minimum ? <span className="short">{t("trackPage.short", { own, minimum })}</span> : null}
        </p>
        <Commitments
          commitments={commitments}
          href={(id) => `${href}/commitments/${id}`}
          isDraft={!wasSigned({ state, edition })}
          today={today}
          locale={locale}
        />
        {assessments.length > 0 ? <Assessments said={assessments} tracks={[track]} locale={locale} /> : null}
        {mayAssess ? (
          <details>
            <summary>
              {t("assessTitle")}
              <span className="vh"> {orgUnit.name}</span>
            </summary>
            <AssessForm org={org} agreementId={agreementId} tracks={[track]} />
          </details>
        ) : null}
      </section>
    );
  });
}
