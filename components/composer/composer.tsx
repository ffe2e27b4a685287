import { useTranslations } from "next-intl";
import { BlockPanel } from "@/components/composer/block-panel";
import { BlockHistory } from "@/components/composer/history";
import { LatestChange, OrderHistory } from "@/components/composer/order-history";
import { Preview } from "@/components/composer/preview";
import { RemovedParts } from "@/components/composer/removed";
import { NewBlock, NewSection, SectionPanel } from "@/components/composer/section-panel";
import { TitleHistory } from "@/components/composer/title-history";
import { Tree } from "@/components/composer/tree";
import { BlockForm } from "@/components/report/block-form";
import { PickNumber, ReportTexts } from "@/components/report/editor";
import { KpiChoices } from "@/components/report/settings-fields";
import type { Writer } from "@/components/report/text-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { OrderChange } from "@/lib/report/composition/order/queries";
import type { Place } from "@/lib/report/composition/place/model";
import type { Removed } from "@/lib/report/composition/removed/queries";
import type { Revision } from "@/lib/report/history/queries";
import type { TitleChange } from "@/lib/report/history/title/queries";
import { holderOf, type Holder } from "@/lib/report/hold/model";
import type { BlockReading } from "@/lib/report/hold/reading/queries";
import type { EditableReport } from "@/lib/report/queries";
import type { Pickable } from "@/lib/report/reference/menu/queries";
import type { SettingsChoices } from "@/lib/report/settings/queries";
import type { ToExplain } from "@/lib/restatement/explanation/queries";
import "@/components/composer/composer.css";

/** Everything the composer shows, as its page has read it. */
export type ComposerProps = {
  slug: string;
  report: EditableReport;
  title: string;
  place: Place;
  holds: Holder[];
  /** The words of the block that is opened, while somebody else holds it. */
  reading: BlockReading | null;
  removed: Removed;
  /** Of the block whose history is asked for. */
  revisions: Revision[];
  /** Of the section whose history is asked for. */
  titleChanges: TitleChange[];
  /** Of the order, if its history is asked for. */
  orderChanges: OrderChange[];
  /** The latest of them if it is one's own and fresh. */
  latestChange: OrderChange | null;
  toExplain: ToExplain[];
  /** Numbers that can be bound into the texts. */
  pickable: Pickable;
  /** What blocks can be set to draw. */
  choices: SettingsChoices;
  /** Who writes: what was typed and not saved is kept for them. */
  writer: Writer;
  /** Version of the organisation's data: what the preview shows. */
  dataVersion: string;
  languages: ("da" | "en")[];
};

/** The report's tree at the left, what is being edited beside it, and below that the report as it is going to be. */
export function Composer(props: ComposerProps) {
  const { slug, report, title, place, holds, latestChange, pickable, dataVersion, languages } = props;
  const t = useTranslations("report");
  const c = useTranslations("composer");
  const path = `/${slug}/reports/${report.year}`;
  const hasWords = place.at === "block" || place.at === "report";
  return (
    <>
      <Breadcrumbs
        label={t("reports")}
        crumbs={[{ label: t("reports"), href: `/${slug}/reports` }, { label: title, href: path }, { label: t("edit") }]}
      />
      <h1>{t("editor.title", { title })}</h1>
      <div className="composer">
        <div className="composer-side">
          <button type="button" className="btn composer-open" popoverTarget="composer-tree">
            {c("tree")}
          </button>
          <Tree slug={slug} path={`${path}/edit`} report={report} place={place} holds={holds} />
        </div>
        <div className="composer-main">
          {place.at === "order" ? null : (
            <LatestChange {...{ slug, report }} path={`${path}/edit`} change={latestChange} />
          )}
          <Middle {...props} path={`${path}/edit`} />
          {hasWords ? <PickNumber pickable={pickable} slug={slug} year={report.year} /> : null}
          <Preview
            path={`${path}/preview`}
            version={dataVersion}
            anchor={"section" in place ? place.section.code : ""}
            languages={languages}
            words={{
              title: c("preview.title"),
              how: c("preview.how"),
              language: t("language"),
              page: c("preview.page"),
              paper: c("preview.paper"),
              da: t("editor.da"),
              en: t("editor.en"),
              pdf: c("preview.pdf"),
            }}
          />
        </div>
      </div>
    </>
  );
}

function Middle({
  slug,
  path,
  report,
  place,
  holds,
  reading,
  removed,
  revisions,
  titleChanges,
  orderChanges,
  choices,
  toExplain,
  writer,
}: ComposerProps & { path: string }) {
  const hidden = { org: slug, year: String(report.year) };
  switch (place.at) {
    case "report":
      return <ReportTexts {...{ report, toExplain, hidden, writer }} />;
    case "removed":
      return <RemovedParts {...{ slug, report, removed }} />;
    case "order":
      return <OrderHistory {...{ slug, path, report }} changes={orderChanges} />;
    case "newSection":
      return <NewSection {...{ slug, report }} after={place.after} />;
    case "section":
      return <SectionPanel {...{ slug, path, report }} section={place.section} />;
    case "titles":
      return <TitleHistory {...{ slug, path, report }} section={place.section} changes={titleChanges} />;
    case "newBlock":
      return <NewBlock {...{ slug, report }} section={place.section} after={place.after} />;
    case "history":
      return <BlockHistory {...{ slug, path, revisions }} year={report.year} block={place.block} />;
    case "block": {
      const { section, block } = place;
      const holder = holderOf(block.id, holds);
      return (
        <BlockPanel key={block.id} {...{ slug, path, report, section, block, holder, reading }}>
          <BlockForm {...{ block, choices, hidden, writer }} />
          <KpiChoices kpis={choices.kpis} />
        </BlockPanel>
      );
    }
  }
}
