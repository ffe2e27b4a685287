import { useTranslations } from "next-intl";
import { ExportLinks } from "@/components/report/export-links";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { PeriodState } from "@/lib/database/generated/enums";
import type { ReportEntry } from "@/lib/report/queries";
import "@/components/report/report-list.css";

type Props = {
  slug: string;
  reports: ReportEntry[];
  periods: { year: number; state: PeriodState }[];
  mayEdit: boolean;
  mayExport: boolean;
};

/** Every report of an organisation: its title leads to it, its files stand beside it; editors begin what is still to be written. */
export function ReportList({ slug, reports, periods, mayEdit, mayExport }: Props) {
  const t = useTranslations("report");
  const open = periods.filter(({ year, state }) => state !== "published" && !reports.some((one) => one.year === year));
  return (
    <>
      <Breadcrumbs label={t("breadcrumbs")} crumbs={[{ label: t("reports") }]}>
        {mayEdit ? <Link href={`/${slug}/reports/pictures`}>{t("pictures")}</Link> : null}
      </Breadcrumbs>
      <h1>{t("reports")}</h1>
      <p className="report-list-lead">{t("reportsLead")}</p>
      {reports.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
        </div>
      ) : null}
      <ul className="report-list" hidden={reports.length === 0}>
        {reports.map(({ year, title, subtitle }) => {
          const state = periods.find((period) => period.year === year)?.state;
          return (
            <li key={year}>
              <h2>
                <Link href={`/${slug}/reports/${year}`}>{title}</Link>
              </h2>
              <p className="muted">
                {t("year", { year })}
                {state ? ` · ${t(`periodState.${state}`)}` : null}
              </p>
              {subtitle ? <p>{subtitle}</p> : null}
              <p className="tools">
                {mayExport ? <ExportLinks slug={slug} year={year} /> : null}
                {mayEdit ? <Link href={`/${slug}/reports/${year}/edit`}>{t("edit")}</Link> : null}
              </p>
            </li>
          );
        })}
      </ul>
      {mayEdit && open.length > 0 ? (
        <section className="sec">
          <h2>{t("begin.title")}</h2>
          <ul>
            {open.map(({ year }) => (
              <li key={year}>
                <Link href={`/${slug}/reports/${year}`}>{t("begin.link", { year: String(year) })}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
