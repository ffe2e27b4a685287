import { DrawnChart } from "@/components/charts/drawn-chart";
import { chartWords } from "@/components/charts/words-of";
import { figureWords } from "@/components/figure/words";
import { Runs } from "@/components/report/prose/markdown";
import { FigureFrame } from "@/components/report/figure-frame";
import { SplitBars } from "@/components/report/split-bars";
import { descriptionOf } from "@/lib/chart/description/model";
import { breakNote, breaksOf, chartOf, type ChartSpec, type ChartTone } from "@/lib/chart/model";
import { tableOf } from "@/lib/chart/table/model";
import { coverageNote } from "@/lib/coverage/footnote/model";
import type { KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { newlyCovered } from "@/lib/report/coverage/model";
import { kpisByCode, type BlockOf, type ReportView } from "@/lib/report/model";
import { chartWordsOf } from "@/lib/report/narrative/model";
import { filled, reportWords, unitText } from "@/lib/report/notation/model";
import "@/components/charts/charts.css";

type Panel = BlockOf<"chart">["settings"]["panels"][number];

/** A chart block: its message and measure, one or two drawings, words beside a single one, and where in the appendix the figures stand. */
export function ChartFigure({
  block,
  of,
  hasTable,
  locale,
}: {
  block: BlockOf<"chart">;
  of: ReportView;
  /** Its figures below it as a table: where nothing leads on to them. */
  hasTable: boolean;
  locale: Locale;
}) {
  const { subtitle, note, aside } = chartWordsOf(block.body);
  const panels = block.settings.panels.flatMap((panel) => {
    const [first, ...rest] = kpisByCode(of.view, panel.kpis);
    return first ? [{ panel, kpis: [first, ...rest] as [KpiYear, ...KpiYear[]] }] : [];
  });
  if (panels.length === 0) return null;
  const numbers = panels.flatMap(({ kpis }) => kpis.flatMap(({ code }) => of.appendix.numberOf[code] ?? []));
  const coverage = newlyCovered(panels.flatMap(({ kpis }) => kpis)).map(({ kpi, covered, of: all }) =>
    filled(reportWords(locale).report.coverageChanged, { name: kpi.shortName, year: of.view.year, covered, of: all }),
  );
  const drawn = panels.flatMap(({ kpis }) => kpis);
  const breaks = breaksOf(drawn, of.view.years).map((one) => breakNote(one, chartWords(locale)));
  // Which org units a figure covers is written from the figures, as the tables' notes are.
  const covers = drawn.map((kpi) => [kpi.shortName, coverageNote(kpi.figures, locale)] as const);
  const texts = [...new Set(covers.flatMap(([, text]) => (text === "" ? [] : [text])))];
  const said = [
    ...texts.map((text) =>
      covers.every(([, other]) => other === text)
        ? text
        : `${covers.flatMap(([name, other]) => (other === text ? [name] : [])).join(", ")}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    ),
    ...coverage,
    ...breaks,
  ];
  // Several lines need the whole width for their names.
  const isStacked =
    panels.some(({ kpis, panel }) => kpis.length > 1 && panel.kind === "line") || (panels.length === 1 && !aside);
  return (
    <FigureFrame
      id={`block-${block.id}`}
      title={block.title}
      subtitle={subtitle}
      note={[note, ...said].filter((part) => part !== "").join(" ")}
      source={{ word: reportWords(locale).report.source, numbers }}
    >
      <div className={isStacked ? "two one" : aside ? "two side" : "two"}>
        {panels.map(({ panel, kpis }, index) => (
          <PanelView key={index} {...{ panel, kpis, of, hasTable, locale }} />
        ))}
        {aside ? (
          <p className="say">
            {aside.figure === null ? null : (
              <b>
                <Runs text={aside.figure} />
              </b>
            )}{" "}
            <Runs text={aside.text} />
          </p>
        ) : null}
      </div>
    </FigureFrame>
  );
}

function PanelView({
  panel,
  kpis,
  of,
  hasTable,
  locale,
}: {
  panel: Panel;
  kpis: [KpiYear, ...KpiYear[]];
  of: ReportView;
  hasTable: boolean;
  locale: Locale;
}) {
  const [first] = kpis;
  if (panel.kind === "split" && kpis.length > 1) return <SplitBars kpis={kpis} year={of.view.year} locale={locale} />;
  const title = (locale === "da" ? panel.titleDa : panel.titleEn) || first.shortName;
  const unit = unitText(first.unitOfMeasure, locale);
  const spec = chartOf(
    panel.kind,
    kpis,
    { title, subtitle: unit, tone: toneOf(first, of) },
    locale,
    chartWords(locale),
  );
  return (
    <div className="panel">
      <p className="ph">
        <b>{title}</b> <span>{unit}</span>
      </p>
      <Drawing spec={spec} />
      {hasTable ? <FiguresOf spec={spec} /> : null}
    </div>
  );
}

/** What the drawing shows, as a table to open. */
function FiguresOf({ spec }: { spec: ChartSpec }) {
  const { head, rows } = tableOf(spec);
  return (
    <details className="chart-table">
      <summary>{reportWords(spec.locale).report.colophon.table}</summary>
      <table>
        <caption>{spec.title}</caption>
        <thead>
          <tr>
            {head.map((year, index) =>
              index === 0 ? (
                <td key="name" />
              ) : (
                <th key={year} scope="col">
                  {year}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...labels]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {labels.map((label, index) => (
                <td key={index}>{label}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The drawing in its reserved place; what it shows is said in one text even before and without it. */
function Drawing({ spec }: { spec: ChartSpec }) {
  const words = figureWords(spec.locale).chart;
  return (
    <div className={`chart small ${spec.tone}`} data-chart="waiting" role="img" aria-label={descriptionOf(spec)}>
      <div className="chart-area">
        <DrawnChart spec={spec} fileName={spec.series[0]?.code ?? "chart"} download={null} failed={words.failed} />
      </div>
    </div>
  );
}

const tones: readonly string[] = ["society", "employer", "producer", "ethics"] satisfies ChartTone[];

function toneOf(kpi: KpiYear, { view }: ReportView): ChartTone {
  const colour = view.pillars.find(({ code }) => code === kpi.pillarCode)?.colour ?? "ethics";
  return tones.includes(colour) ? (colour as ChartTone) : "ethics";
}
