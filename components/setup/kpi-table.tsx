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
          <td className="muted">{kpi.code}</td>
          <td>{unitLabel(kpi.unitOfMeasure, locale)}</td>
          <td>{kpi.isCalculated ? t("kpi.calculated") : t(`kpi.collectionLevels.${kpi.collectionLevel}`)}</td>
          <td className="r">{kpi.versions}</td>
          <td className="r">{kpi.values}</td>
        </tr>
      ))}
    </Table>
  );
}
