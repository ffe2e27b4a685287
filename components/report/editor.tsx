import { useLocale, useTranslations } from "next-intl";
import { Explanations } from "@/components/report/explanations";
import { KpiChoices } from "@/components/report/settings-fields";
import { ReferenceMenu } from "@/components/report/reference-menu";
import { BlockForm } from "@/components/report/block-form";
import { useFormWords } from "@/components/report/form-words";
import { TextForm, type Writer } from "@/components/report/text-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { Locale } from "@/lib/language/model";
import { saveReport } from "@/lib/report/actions";
import type { ToExplain } from "@/lib/restatement/explanation/queries";
import { seenText } from "@/lib/report/editing/model";
import type { EditableReport } from "@/lib/report/queries";
import type { SettingsChoices } from "@/lib/report/settings/queries";
import { pickableMeasures } from "@/lib/report/reference/menu/model";
import type { Pickable } from "@/lib/report/reference/menu/queries";
import "@/components/report/editor.css";

/** The report's words on plain forms, a form per block, Danish and English side by side. */
export function ReportEditor({
  slug,
  report,
  toExplain,
  pickable,
  choices,
  title,
  writer,
}: {
  slug: string;
  report: EditableReport;
  toExplain: ToExplain[];
  /** Numbers that can be bound into the texts. */
  pickable: Pickable;
  /** What blocks can be set to draw. */
  choices: SettingsChoices;
  title: string;
  writer: Writer;
}) {
  const t = useTranslations("report");
  const words = useFormWords();
  const locale = useLocale() as Locale;
  const hidden = { org: slug, year: String(report.year) };
  const path = `/${slug}/reports/${report.year}`;
  return (
    <>
      <Breadcrumbs
        label={t("reports")}
        crumbs={[{ label: t("reports"), href: `/${slug}/reports` }, { label: title, href: path }, { label: t("edit") }]}
      />
      <h1>{t("editor.title", { title })}</h1>
      <p className="editor-lead">{t("editor.lead")}</p>
      <section className="editor-section" aria-labelledby="editor-report">
        <h2 id="editor-report">{t("editor.reportText")}</h2>
        <TextForm
          action={saveReport}
          label={t("editor.reportText")}
          hidden={hidden}
          seen={seenText(report)}
          {...{ words, writer, locale }}
          fields={[
            {
              name: "titleDa",
              label: `${t("editor.titleField")}, ${t("editor.da")}`,
              lang: "da",
              value: report.titleDa,
              rows: 1,
            },
            {
              name: "titleEn",
              label: `${t("editor.titleField")}, ${t("editor.en")}`,
              lang: "en",
              value: report.titleEn,
              rows: 1,
            },
            {
              name: "subtitleDa",
              label: `${t("editor.subtitleField")}, ${t("editor.da")}`,
              lang: "da",
              value: report.subtitleDa,
              rows: 3,
            },
            {
              name: "subtitleEn",
              label: `${t("editor.subtitleField")}, ${t("editor.en")}`,
              lang: "en",
              value: report.subtitleEn,
              rows: 3,
            },
          ]}
        />
      </section>
      {toExplain.length > 0 ? <Explanations toExplain={toExplain} hidden={hidden} writer={writer} /> : null}
      {report.sections
        .filter((section) => section.blocks.length > 0)
        .map((section) => (
          <section
            key={section.code}
            className="editor-section"
            id={section.code}
            aria-labelledby={`editor-${section.code}`}
          >
            <h2 id={`editor-${section.code}`}>
              {section.titleDa} <span lang="en">{section.titleEn}</span>
            </h2>
            {section.blocks.map((block) => (
              <BlockForm key={block.id} {...{ block, choices, hidden, writer }} />
            ))}
          </section>
        ))}
      <PickNumber pickable={pickable} slug={slug} year={report.year} />
      <KpiChoices kpis={choices.kpis} />
    </>
  );
}

function PickNumber({
  pickable: { kpis, years, orgUnits },
  slug,
  year,
}: {
  pickable: Pickable;
  slug: string;
  year: number;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("report.referenceMenu");
  return (
    <ReferenceMenu
      org={slug}
      {...{ year, locale }}
      kpis={kpis}
      measures={pickableMeasures.map(({ name, ...rest }) => ({ ...rest, name: t(`measures.${name}`) }))}
      // The report's own year moves along when next year's report begins from this one.
      years={years.map((year, index) => ({ written: index === 0 ? "" : String(year), name: String(year) }))}
      orgUnits={orgUnits}
      words={{
        title: t("title"),
        lead: t("lead"),
        kpi: t("kpi"),
        measure: t("measure"),
        year: t("year"),
        orgUnit: t("orgUnit"),
        whole: t("whole"),
        insert: t("insert"),
        none: t("none"),
        where: t("where"),
        inserted: t("inserted"),
      }}
    />
  );
}
