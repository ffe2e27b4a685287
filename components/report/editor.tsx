import { useTranslations } from "next-intl";
import { Explanations } from "@/components/report/explanations";
import { KpiChoices } from "@/components/report/settings-fields";
import { SettingsForm } from "@/components/report/settings-form";
import { ReferenceMenu } from "@/components/report/reference-menu";
import { TextForm, type TextFormWords } from "@/components/report/text-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { saveBlock, saveReport } from "@/lib/report/actions";
import type { ToExplain } from "@/lib/restatement/explanation/queries";
import { seenText } from "@/lib/report/editing/model";
import type { EditableBlock, EditableReport } from "@/lib/report/queries";
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
}: {
  slug: string;
  report: EditableReport;
  toExplain: ToExplain[];
  /** Numbers that can be bound into the texts. */
  pickable: Pickable;
  /** What blocks can be set to draw. */
  choices: SettingsChoices;
  title: string;
}) {
  const t = useTranslations("report");
  const words = useFormWords();
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
          words={words}
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
      {toExplain.length > 0 ? <Explanations toExplain={toExplain} hidden={hidden} words={words} /> : null}
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
              <BlockForm
                key={block.id}
                block={block}
                choices={choices}
                hidden={{ ...hidden, blockId: block.id }}
                words={words}
              />
            ))}
          </section>
        ))}
      <PickNumber pickable={pickable} />
      <KpiChoices kpis={choices.kpis} />
    </>
  );
}

function PickNumber({ pickable: { kpis, years, orgUnits } }: { pickable: Pickable }) {
  const t = useTranslations("report.referenceMenu");
  return (
    <ReferenceMenu
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

function BlockForm({
  block,
  choices,
  hidden,
  words,
}: {
  block: EditableBlock;
  choices: SettingsChoices;
  hidden: Record<string, string>;
  words: TextFormWords;
}) {
  const t = useTranslations("report.editor");
  const rows = Math.min(
    16,
    Math.max(
      3,
      ...[block.bodyDa, block.bodyEn].map((body) =>
        body.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 62)), 0),
      ),
    ),
  );
  const hint = {
    text: "text",
    highlights: "list",
    focusPoints: "list",
    risks: "list",
    keyFacts: "keyFacts",
    chart: "chart",
    comparison: "comparison",
    table: "table",
    quote: "quote",
    picture: "picture",
    story: "text",
    callout: "text",
    sdgs: "sdgs",
    policy: "policy",
    pageBreak: "pageBreak",
    answers: "answers",
  } as const;
  return (
    <section className="editor-block" aria-labelledby={`kind-${block.id}`}>
      <h3 id={`kind-${block.id}`}>{t(`kind.${block.kind}`)}</h3>
      <p className="muted">{t(`hint.${hint[block.kind]}`)}</p>
      {block.hasOwnFigures ? null : (
        <TextForm
          action={saveBlock}
          label={`${t(`kind.${block.kind}`)}: ${block.titleDa || block.bodyDa.slice(0, 40)}`}
          hidden={hidden}
          seen={String(block.version)}
          words={words}
          fields={[
            { name: "titleDa", label: `${t("heading")}, ${t("da")}`, lang: "da", value: block.titleDa, rows: 1 },
            { name: "titleEn", label: `${t("heading")}, ${t("en")}`, lang: "en", value: block.titleEn, rows: 1 },
            { name: "bodyDa", label: `${t("body")}, ${t("da")}`, lang: "da", value: block.bodyDa, rows },
            { name: "bodyEn", label: `${t("body")}, ${t("en")}`, lang: "en", value: block.bodyEn, rows },
          ]}
        />
      )}
      <SettingsForm
        slug={hidden.org ?? ""}
        year={Number(hidden.year)}
        block={block}
        choices={choices}
        name={`${t(`kind.${block.kind}`)} ${block.titleDa}`.trim()}
      />
    </section>
  );
}

function useFormWords(): TextFormWords {
  const t = useTranslations("report.editor");
  return {
    save: t("save"),
    saving: t("saving"),
    saved: t("saved"),
    unsaved: t("unsaved"),
    failed: t("failed"),
    conflict: t("conflict"),
    theirs: t("theirs"),
    keepMine: t("keepMine"),
    takeTheirs: t("takeTheirs"),
  };
}
