import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { KeptYear } from "@/lib/emission-factor/overview/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** Published years that keep an older version, each with the figures a restatement would change. */
export function KeptBehind({
  org,
  factor,
  years,
  mayRestate,
  locale,
}: {
  org: string;
  factor: string;
  years: KeptYear[];
  mayRestate: boolean;
  locale: Locale;
}) {
  const t = useTranslations("factor");
  if (years.length === 0) return null;
  const printed = (amount: string | null) => (amount === null ? "–" : formatDecimal(amount, locale));
  return (
    <section className="factor-part">
      <h2>{t("behindTitle")}</h2>
      <p className="said">{t("behindText")}</p>
      {years.map(({ year, kept, newer, effects }) => (
        <div key={year} className="behind">
          <h3>
            {kept
              ? t("behindYear", { year, kept: kept.version, newer: newer.version })
              : t("behindNone", { year, newer: newer.version })}
          </h3>
          {effects.length === 0 ? <p className="muted">{t("noEffect")}</p> : null}
          <ul>
            {effects.map((effect) => (
              <li key={effect.code}>
                <a className="act" href={`/${org}/kpis/${effect.code}?year=${year}`}>
                  {effect.shortName}
                </a>
                : {printed(effect.before)} → <b>{printed(effect.after)}</b>{" "}
                <span className="u">{unitLabel(effect.unitOfMeasure, locale)}</span>
              </li>
            ))}
          </ul>
          {mayRestate ? (
            <Link
              className="act"
              href={`/${org}/restatements/new?${new URLSearchParams({ what: "factor", factor, year: String(year) })}`}
            >
              {t("restate", { year })}
            </Link>
          ) : null}
        </div>
      ))}
    </section>
  );
}
