import { useTranslations } from "next-intl";
import { ExampleMark } from "@/components/agreement/marks";
import { ActionForm } from "@/components/session/action-form";
import { Link } from "@/components/ui/link";
import { retireInitiativeOf } from "@/lib/initiative/actions";
import type { CatalogueEntry } from "@/lib/initiative/queries";
import type { Locale } from "@/lib/language/model";
import type { Track } from "@/lib/strategy/model";
import { InitiativeFacts } from "./facts";

type Props = { org: string; entries: CatalogueEntry[]; tracks: Track[]; mayRetire: boolean; locale: Locale };

/** The catalogue by track: what is known of each initiative, how easy it is, how far it has spread and what came of it. */
export function Catalogue({ org, entries, tracks, mayRetire, locale }: Props) {
  return tracks.map((track) => {
    const here = entries.filter(({ initiative }) => initiative.trackId === track.id);
    return here.length === 0 ? null : (
      <section key={track.id} className={`track-part ${track.colour}`} aria-labelledby={`${track.code}-title`}>
        <h2 id={`${track.code}-title`}>{track.name}</h2>
        <ul className="initiatives">
          {here.map((entry) => (
            <InitiativeLine key={entry.initiative.id} {...{ org, entry, mayRetire, locale }} />
          ))}
        </ul>
      </section>
    );
  });
}

function InitiativeLine({
  org,
  entry: { initiative, takeUp },
  mayRetire,
  locale,
}: Pick<Props, "org" | "mayRetire" | "locale"> & { entry: CatalogueEntry }) {
  const t = useTranslations("agreement.catalogue");
  const { id, code, name, isRetired, isExample } = initiative;
  return (
    <li id={code}>
      <div className="what">
        <h3>
          <Link href={`/${org}/agreements/catalogue/${code}`}>{name}</Link> {isExample ? <ExampleMark /> : null}
        </h3>
        <p className="initiative-effect">{initiative.effect}</p>
        {isRetired ? <p className="muted">{t("retired")}</p> : null}
      </div>
      <InitiativeFacts initiative={initiative} takeUp={takeUp} locale={locale} />
      <div className="btns">
        {takeUp.uses > 0 ? (
          <Link className="act" href={`/${org}/agreements/catalogue/${code}`}>
            {t("units")}
            <span className="vh">: {name}</span>
          </Link>
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
      </div>
    </li>
  );
}
