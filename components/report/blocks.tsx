import { Answers } from "@/components/report/answers";
import { FiguresTable } from "@/components/report/appendix";
import { Callout, Policy, PullQuote } from "@/components/report/asides";
import { ChartFigure } from "@/components/report/chart-figure";
import { ComparisonPlot } from "@/components/report/comparison-plot";
import { GoalStrip } from "@/components/report/goal-strip";
import { KpiStrip } from "@/components/report/kpi-strip";
import { Highlights, PlainList, Prose } from "@/components/report/narrative";
import { Markdown, Runs } from "@/components/report/prose/markdown";
import { PictureFigure } from "@/components/report/picture-figure";
import { Story } from "@/components/report/story";
import type { Locale } from "@/lib/language/model";
import { appendixOf } from "@/lib/report/appendix/model";
import { blockRuns } from "@/lib/report/block/model";
import { kpisByCode, type Block, type BlockOf, type ReportView, type Section } from "@/lib/report/model";
import { itemsOf } from "@/lib/report/narrative/model";

/** What every section is drawn from. */
export type SectionProps = {
  section: Section;
  of: ReportView;
  /** Where figures lead to their lineage; without, nowhere. */
  lineageBase: string | undefined;
  locale: Locale;
};

type Props = Omit<SectionProps, "section"> & { blocks: Block[] };

const classOf = { lists: "duo", drawings: "figs", policies: "pols" } as const;

/** Blocks in order; risks and focus points that follow each other stand side by side, figures in a run share one column. */
export function Blocks({ blocks, of, lineageBase, locale }: Props) {
  return blockRuns(blocks).map(({ kind, blocks: run }) => {
    const drawn = run.map((block) => (
      <BlockView key={block.id} block={block} of={of} lineageBase={lineageBase} locale={locale} />
    ));
    if (kind === "alone") return drawn;
    return (
      <div key={run[0].id} className={classOf[kind]}>
        {drawn}
      </div>
    );
  });
}

function BlockView({ block, of, lineageBase, locale }: Omit<Props, "blocks"> & { block: Block }) {
  switch (block.kind) {
    case "text":
      return <TextBlock block={block} />;
    case "highlights":
      return <Highlights title={block.title} items={itemsOf(block.body)} />;
    case "risks":
    case "focusPoints":
      return (
        <section>
          {block.title ? <h3>{block.title}</h3> : null}
          <PlainList body={block.body} />
        </section>
      );
    case "keyFacts":
      if (block.settings.kpis.length > 0)
        return (
          <KpiStrip
            kpis={kpisByCode(of.view, block.settings.kpis)}
            year={of.view.year}
            lineageBase={lineageBase}
            locale={locale}
          />
        );
      return <Highlights title={block.title} items={itemsOf(block.body)} />;
    case "chart":
      return <ChartFigure block={block} of={of} lineageBase={lineageBase} locale={locale} />;
    case "comparison":
      return <ComparisonPlot block={block} organisation={of.view.organisation.name} locale={locale} />;
    case "table":
      return <TableBlock block={block} of={of} lineageBase={lineageBase} locale={locale} />;
    case "quote":
      return <PullQuote block={block} />;
    case "callout":
      return <Callout block={block} />;
    case "policy":
      return <Policy block={block} locale={locale} />;
    case "answers":
      return <Answers block={block} locale={locale} />;
    case "sdgs":
      return <GoalStrip block={block} of={of} locale={locale} />;
    case "story":
      return <Story block={block} of={of.report} />;
    case "picture":
      return <PictureFigure block={block} of={of.report} />;
    case "pageBreak":
      return <div className="page-break" />;
  }
}

function TextBlock({ block: { title, body, settings } }: { block: BlockOf<"text"> }) {
  if (settings.role === "lead") return <Markdown body={body} level={3} paragraph="lead" />;
  if (!title) return <Prose body={body} />;
  return (
    <section className="meth">
      <h3>
        <Runs text={title} />
      </h3>
      <Markdown body={body} level={4} />
    </section>
  );
}

/** Chosen KPIs as a table of their own, numbered as in the appendix. */
function TableBlock({ block, of, lineageBase, locale }: Omit<Props, "blocks"> & { block: BlockOf<"table"> }) {
  const kpis = kpisByCode(of.view, block.settings.kpis);
  const rows = appendixOf(of.view)
    .tables.flatMap((table) => table.groups.flatMap((group) => group.rows))
    .filter(({ kpi }) => kpis.includes(kpi));
  if (rows.length === 0) return null;
  const marks = rows.flatMap((row) => [...row.marks, ...(row.targetMark ? [row.targetMark] : [])]);
  const table = {
    years: of.view.years.toReversed(),
    groups: [{ heading: null, rows }],
    notes: of.appendix.notes.filter(({ mark }) => marks.includes(mark)),
  };
  return (
    <FiguresTable
      table={table}
      title={block.title}
      caption=""
      scope={`table-${block.id}`}
      year={of.view.year}
      lineageBase={lineageBase}
      locale={locale}
    />
  );
}
