import { useTranslations } from "next-intl";
import { ExampleMark, StatusMark } from "@/components/agreement/marks";
import { amountText } from "@/components/agreement/amount";
import { spoken } from "@/components/agreement/frame";
import { ActionForm } from "@/components/session/action-form";
import { Link } from "@/components/ui/link";
import { agreementHref } from "@/lib/agreement/place/model";
import { retireInitiativeOf } from "@/lib/initiative/actions";
import { takeUp, type InitiativeView, type Use } from "@/lib/initiative/model";
import type { Locale } from "@/lib/language/model";
import type { Track } from "@/lib/strategy/model";

type Entry = { initiative: InitiativeView; uses: Use[] };
type Props = { org: string; entries: Entry[]; tracks: Track[]; mayRetire: boolean; locale: Locale };

/** The catalogue by track: what is known of each initiative, how easy it is, who uses it and what came of it. */
export function Catalogue({ org, entries, tracks, mayRetire, locale }: Props) {
  return tracks.map((track) => {
    const here = entries.filter(({ initiative }) => initiative.trackId === track.id);
    return here.length === 0 ? null : (
      <section key={track.id} className={`track-part ${track.colour}`} aria-labelledby={`${track.code}-title`}>
        <h2 id={`${track.code}-title`}>{track.name}</h2>
        <ul className="initiatives">
          {here.map((entry) => (
            <InitiativeLine key={entry.initiative.id} org={org} {...entry} mayRetire={mayRetire} locale={locale} />
          ))}
        </ul>
      </section>
    );
  });
}

function InitiativeLine({
  org,
  initiative,
  uses,
  mayRetire,
  locale,
}: Entry & { org: string; mayRetire: boolean; locale: Locale }) {
  const t = useTranslations("agreement.catalogue");
  const { orgUnits, effect } = takeUp(uses);
  const { id, name, ease, kpi, expectedEffect, isRetired, isExample } = initiative;
  return (
    <li id={initiative.code}>
      <div className="what">
        <h3>
          {name} {isExample ? <ExampleMark /> : null}
        </h3>
        <p className="initiative-effect">{initiative.effect}</p>
        {isRetired ? <p className="muted">{t("retired")}</p> : null}
      </div>
      <dl>
        <div>
          <dt>{t("ease")}</dt>
          <dd>{t(`eases.${ease}`)}</dd>
        </div>
        <div>
          <dt>{t("expected")}</dt>
          <dd>{kpi && expectedEffect !== null ? `${amountText(expectedEffect, kpi, locale)}, ${kpi.name}` : "–"}</dd>
        </div>
        <div>
          <dt>{t("takeUp")}</dt>
          <dd>
            <b>{t("takeUpOf", { count: orgUnits })}</b>
          </dd>
        </div>
        <div>
          <dt>{t("effect")}</dt>
          <dd>
            {effect.reported === null ? (
              "–"
            ) : (
              <>
                <b>{amountText(effect.reported, kpi, locale)}</b>{" "}
                {t("effectKnown", { known: effect.known, count: uses.length })}
              </>
            )}
          </dd>
        </div>
      </dl>
      {uses.length > 0 ? (
        <details>
          <summary>
            {t("units")}
            <span className="vh">: {name}</span>
          </summary>
          <ul className="uses">
            {uses.map((use) => (
              <li key={use.commitmentId}>
                <Link href={`${agreementHref(org, use.period, use.orgUnit.code)}/commitments/${use.commitmentId}`}>
                  {use.orgUnit.name} {spoken(use.period)}
                </Link>
                <StatusMark status={use.status} />
                {use.reported === null ? null : <span>{amountText(use.reported, kpi, locale)}</span>}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {mayRetire ? (
        <ActionForm
          action={retireInitiativeOf}
          fields={[]}
          hidden={{ org, id, isRetired: isRetired ? "no" : "yes" }}
          submit={{
            label: isRetired ? t("returnIt") : t("retire"),
            describe: `${isRetired ? t("returnIt") : t("retire")}: ${name}`,
            className: "act",
          }}
          summary={isRetired ? t("returnIt") : t("retire")}
        />
      ) : null}
    </li>
  );
}
