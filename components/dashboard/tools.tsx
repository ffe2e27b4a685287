import { useTranslations } from "next-intl";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";

/** Where the page is, and the files of the same figures. */
export function DashboardTools({ slug, year, mayExport }: { slug: string; year: number; mayExport: boolean }) {
  const t = useTranslations("dashboard");
  const files = `/${slug}/reports/${year}/export`;
  return (
    <Breadcrumbs
      label={t("breadcrumbs")}
      crumbs={[{ label: t("place") }, { label: t("period", { year }) }, { label: t("wholeOrganisation") }]}
    >
      {mayExport ? (
        <>
          <a href={`${files}/xlsx`}>{t("asExcel")}</a>
          <a href={`${files}/pdf`}>{t("asPdf")}</a>
        </>
      ) : null}
    </Breadcrumbs>
  );
}
