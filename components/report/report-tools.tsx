import { useTranslations } from "next-intl";
import { ExportLinks } from "@/components/report/export-links";
import { ActionForm } from "@/components/session/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Locale } from "@/lib/language/model";
import { beginReportOf } from "@/lib/report/beginning/actions";

type Props = { slug: string; year: number; title: string; lang: Locale; mayEdit: boolean; mayExport: boolean };

/** Where the report is among the others, its files, and the way to its editor. */
export function ReportTools({ slug, year, title, lang, mayEdit, mayExport }: Props) {
  const t = useTranslations("report");
  return (
    <div className="report-tools">
      <Breadcrumbs label={t("reports")} crumbs={[{ label: t("reports"), href: `/${slug}/reports` }, { label: title }]}>
        {mayEdit ? <Link href={`/${slug}/reports/${year}/edit`}>{t("edit")}</Link> : null}
        {mayEdit ? <Link href={`/${slug}/reports/${year}/check`}>{t("check")}</Link> : null}
        <Link href={`/${slug}/reports/${year}/editions`}>{t("editions")}</Link>
        {mayExport ? <ExportLinks slug={slug} year={year} lang={lang} /> : null}
      </Breadcrumbs>
    </div>
  );
}

/** A reporting year without a report, and for editors the way to begin one. */
export function NoReport({
  slug,
  year,
  mayEdit,
  before,
}: {
  slug: string;
  year: number;
  mayEdit: boolean;
  /** Year of the report this one can go on from; null: none. */
  before: number | null;
}) {
  const t = useTranslations("report");
  const begin = useTranslations("composer.begin");
  const last = before === null ? "" : String(before);
  const starts = before === null ? (["pillars", "appendix"] as const) : (["last", "pillars", "appendix"] as const);
  return (
    <>
      <Breadcrumbs
        label={t("breadcrumbs")}
        crumbs={[{ label: t("reports"), href: `/${slug}/reports` }, { label: String(year) }]}
      />
      <h1>{t("year", { year })}</h1>
      <div className="mt-6">
        <EmptyState title={t("missing", { year })} action={<Link href={`/${slug}/reports`}>{t("reports")}</Link>}>
          {t("missingHint")}
        </EmptyState>
      </div>
      {mayEdit ? (
        <section className="sec">
          <h2>{t("begin.title")}</h2>
          <p className="muted">{t("begin.lead")}</p>
          <ActionForm
            action={beginReportOf}
            hidden={{ org: slug, year: String(year), ...(before === null ? {} : { from: last }) }}
            fields={[
              {
                kind: "one",
                name: "start",
                label: begin("from"),
                chosen: [starts[0]],
                choices: starts.map((start) => ({
                  value: start,
                  label: begin(`${start}.name`, { year: last }),
                  hint: begin(`${start}.hint`, { year: last }),
                })),
              },
            ]}
            submit={{ label: t("begin.submit", { year: String(year) }), className: "btn main" }}
            summary={t("begin.summary")}
          />
        </section>
      ) : null}
    </>
  );
}
