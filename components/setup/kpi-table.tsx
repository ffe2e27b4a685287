import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { overFigures, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/language/model";
import type { KpiLine } from "@/lib/setup/kpi/queries";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** Every KPI and series of base data with how its figures come about. */
export function KpiTable({ slug, kpis, locale }: { slug: string; kpis: KpiLine[]; locale: Locale }) {
  const t = useTranslations("setup");
  if (kpis.length === 0) return <EmptyState title={t("kpi.none")}>{t("kpi.noneText")}</EmptyState>;
  return (
    <Table
      label={t("part.kpis")}
      className="lines"
      columns={[
        t("kpi.name"),
        t("code"),
        t("kpi.unitOfMeasure"),
        t("kpi.comesAbout"),
        overFigures(t("kpi.versions")),
        overFigures(t("values")),
      ]}
    >
      {kpis.map((kpi) => (
        <tr key={kpi.code}>
          <th scope="row">
            <a href={`/${slug}/setup/kpis/${kpi.code}`}>{locale === "da" ? kpi.shortNameDa : kpi.shortNameEn}</a>
            {kpi.purpose === "base" ? <span className="muted"> · {t("kpi.purposes.base")}</span> : null}
          </th>
          <td className="muted" data-label={t("code")}>
            {kpi.code}
          </td>
          <td data-label={t("kpi.unitOfMeasure")}>{unitLabel(kpi.unitOfMeasure, locale)}</td>
          <td data-label={t("kpi.comesAbout")}>
            {kpi.isCalculated ? t("kpi.calculated") : t(`kpi.collectionLevels.${kpi.collectionLevel}`)}
          </td>
          <td className="r" data-label={t("kpi.versions")}>
            {kpi.versions}
          </td>
          <td className="r" data-label={t("values")}>
            {kpi.values}
          </td>
        </tr>
      ))}
    </Table>
  );
}
