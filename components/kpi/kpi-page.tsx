import { useTranslations } from "next-intl";
import { figureWords } from "@/components/figure/words";
import { KpiBody } from "@/components/kpi/body";
import { KpiHistory } from "@/components/kpi/history";
import { LineagePanel } from "@/components/lineage/panel";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Still } from "@/components/ui/still/still";
import type { KpiShowing } from "@/lib/kpi-detail/showing/model";
import type { Locale } from "@/lib/language/model";
import "@/components/kpi/kpi.css";

type Props = {
  showing: KpiShowing;
  /** Whether who entered what is shown. */
  hasHistory: boolean;
  /** The way to a restatement; null for those who may not restate. */
  restateHref: string | null;
  locale: Locale;
};

/** Everything about one KPI: the finding, the charts, the figures, what it means, and who entered it. */
export function KpiPage({ showing, hasHistory, restateHref, locale }: Props) {
  const t = useTranslations("kpi");
  const { view, relations, acts, mostActs } = showing;
  const { kpi, inputs } = relations;
  const { organisation, year } = view;
  const pillar = view.pillars.find(({ code }) => code === kpi.pillarCode);
  return (
    <article className="kpi-page">
      <Breadcrumbs
        label={t("breadcrumbs")}
        crumbs={[
          { label: t("place"), href: `/${organisation.slug}/kpis?year=${year}` },
          ...(pillar ? [{ label: pillar.name, href: `/${organisation.slug}/dashboard/${year}#${pillar.code}` }] : []),
          { label: kpi.shortName },
        ]}
      >
        {restateHref ? <a href={restateHref}>{t("restate", { year: String(year) })}</a> : null}
      </Breadcrumbs>
      <Still of={showing} name="body">
        <KpiBody showing={showing} locale={locale} />
      </Still>
      {hasHistory ? (
        <Still of={showing} name="history">
          <KpiHistory
            kpi={kpi}
            lines={acts}
            most={mostActs}
            inputs={inputs}
            hrefOf={(code) => `/${organisation.slug}/kpis/${code}?year=${year}`}
            cellHref={(cell) => `/${organisation.slug}/entry/${cell.year}/${cell.unit}/${kpi.code}`}
            words={figureWords(locale)}
            locale={locale}
          />
        </Still>
      ) : null}
      <LineagePanel />
    </article>
  );
}
