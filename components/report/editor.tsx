import { useLocale, useTranslations } from "next-intl";
import { Explanations } from "@/components/report/explanations";
import { ReferenceMenu } from "@/components/report/reference-menu";
import { useFormWords } from "@/components/report/form-words";
import { TextForm, type Writer } from "@/components/report/text-form";
import type { Locale } from "@/lib/language/model";
import { saveReport } from "@/lib/report/actions";
import type { ToExplain } from "@/lib/restatement/explanation/queries";
import { seenText } from "@/lib/report/editing/model";
import type { EditableReport } from "@/lib/report/queries";
import { pickableMeasures } from "@/lib/report/reference/menu/model";
import type { Pickable } from "@/lib/report/reference/menu/queries";
import "@/components/report/editor.css";

/** The report's own words, and what it must explain. */
export function ReportTexts({
  report,
  toExplain,
  hidden,
  writer,
}: {
  report: EditableReport;
  toExplain: ToExplain[];
  hidden: Record<string, string>;
  writer: Writer;
}) {
  const t = useTranslations("report");
  const words = useFormWords();
  const locale = useLocale() as Locale;
  const field = (name: string, label: string, lang: "da" | "en", value: string, rows: number) => ({
    ...{ name, lang, value, rows },
    label: `${label}, ${t(`editor.${lang}`)}`,
  });
  const [title, subtitle] = [t("editor.titleField"), t("editor.subtitleField")];
  return (
    <>
      <section className="composer-panel" aria-labelledby="editor-report">
        <h2 id="editor-report">{t("editor.reportText")}</h2>
        <p className="muted">{t("editor.lead")}</p>
        <TextForm
          action={saveReport}
          label={t("editor.reportText")}
          hidden={hidden}
          seen={seenText(report)}
          {...{ words, writer, locale }}
          fields={[
            field("titleDa", title, "da", report.titleDa, 1),
            field("titleEn", title, "en", report.titleEn, 1),
            field("subtitleDa", subtitle, "da", report.subtitleDa, 3),
            field("subtitleEn", subtitle, "en", report.subtitleEn, 3),
          ]}
        />
      </section>
      {toExplain.length > 0 ? <Explanations toExplain={toExplain} hidden={hidden} writer={writer} /> : null}
    </>
  );
}

/** The menu of numbers that can be bound into a text. */
export function PickNumber({
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
