import { useTranslations } from "next-intl";
import { LineageView, useLineageTitle } from "@/components/lineage/lineage-view";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { Locale } from "@/lib/language/model";
import type { FigureLineage } from "@/lib/lineage/queries";

/** Org units listed in the panel before the rest is only counted; the page lists them all. */
const MOST_IN_PANEL = 50;

type Props = { of: FigureLineage; slug: string; isPanel: boolean; locale: Locale };

/** A figure's lineage as a page of its own; the panel beside other pages shows its article. */
export function FigurePage({ of, slug, isPanel, locale }: Props) {
  const t = useTranslations("lineage");
  const kpi = useTranslations("kpi");
  const { code, name, year, orgUnit } = of.lineage;
  const kpiHref = `/${slug}/kpis/${code}?year=${year}`;
  const title = useLineageTitle(of.lineage, locale);
  return (
    <div className="figure-page">
      <Breadcrumbs
        label={kpi("breadcrumbs")}
        crumbs={[
          { label: kpi("place"), href: `/${slug}/kpis?year=${year}` },
          { label: name, href: kpiHref },
          { label: t("place") },
        ]}
      />
      <h1>
        {orgUnit.isRoot
          ? t("what", { name, year: String(year) })
          : t("whatUnit", { name, unit: orgUnit.name, year: String(year) })}
      </h1>
      <article className="lineage" data-lineage>
        <h2>{title}</h2>
        <LineageView of={of} slug={slug} most={isPanel ? MOST_IN_PANEL : Infinity} locale={locale} />
        <p className="onward">
          <a href={kpiHref}>{t("history")}</a>
        </p>
      </article>
    </div>
  );
}
