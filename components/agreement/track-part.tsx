import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { CommitmentView } from "@/lib/agreement/model";
import type { Locale } from "@/lib/language/model";
import type { Track } from "@/lib/strategy/model";
import { Commitments } from "./commitments";

type Props = {
  track: Track;
  commitments: CommitmentView[];
  /** Where the period is, and where the org unit's agreement of it. */
  periodHref: string;
  here: string;
  isDraft: boolean;
  mayAdd: boolean;
  today: string;
  locale: Locale;
};

/** What an agreement says in one track: the required commitments, then the org unit's own. */
export function TrackPart({ track, commitments, periodHref, here, isDraft, mayAdd, today, locale }: Props) {
  const t = useTranslations("agreement");
  const parts = [
    { part: "requiredPart", list: commitments.filter(({ isRequired }) => isRequired) },
    { part: "ownPart", list: commitments.filter(({ isRequired }) => !isRequired) },
  ] as const;
  return (
    <section id={track.code} className={`track-part ${track.colour}`} aria-labelledby={`${track.code}-title`}>
      <h2 id={`${track.code}-title`}>
        <Link href={`${periodHref}/tracks/${track.code}`}>{track.name}</Link>
      </h2>
      {parts.map(({ part, list }) => (
        <div key={part}>
          <h3>
            {t(part)} <small>{list.length}</small>
          </h3>
          {list.length === 0 ? (
            <p className="muted">{t("nonePart")}</p>
          ) : (
            <Commitments
              commitments={list}
              href={(id) => `${here}/commitments/${id}`}
              isDraft={isDraft}
              today={today}
              locale={locale}
            />
          )}
        </div>
      ))}
      {mayAdd ? (
        <p>
          <Link className="btn" href={`${here}/commitments/new?track=${track.code}`}>
            {t("addOwn")}
            <span className="vh"> {track.name}</span>
          </Link>
        </p>
      ) : null}
    </section>
  );
}
