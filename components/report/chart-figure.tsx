import { ChartDrawing } from "@/components/report/drawing";
import { FigureFrame } from "@/components/report/figure-frame";
import { Runs } from "@/components/report/prose/markdown";
import { TakeAlong } from "@/components/report/take-along";
import type { ChartSpec } from "@/lib/chart/model";
import { tableOf } from "@/lib/chart/table/model";
import type { Locale } from "@/lib/language/model";
import type { BlockOf, ReportView } from "@/lib/report/model";
import { reportWords } from "@/lib/report/notation/model";
import { figureOfBlock } from "@/lib/report/panel/figure/model";
import { chartFiles, partsBase } from "@/lib/report/part/model";

/** A chart block: its message and measure, one or two drawings, words beside a single one, and where in the appendix the figures stand. */
export function ChartFigure({
  block,
  of,
  lineageBase,
  locale,
}: {
  block: BlockOf<"chart">;
  of: ReportView;
  /** Where figures lead to their lineage; without, their table stands below the drawing. */
  lineageBase: string | undefined;
  locale: Locale;
}) {
  const figure = figureOfBlock(block, of, locale);
  if (!figure) return null;
  const { title, subtitle, note, aside, numbers, isWhole, panels } = figure;
  const words = reportWords(locale).report;
  const base = partsBase(lineageBase, of.view.year);
  return (
    <FigureFrame
      id={`block-${block.id}`}
      title={title}
      subtitle={subtitle}
      note={note}
      source={{ word: words.source, numbers }}
    >
      <div className={isWhole ? "two one" : aside ? "two side" : "two"}>
        {panels.map(({ spec, heading }, index) =>
          spec ? (
            <div key={index} className="panel">
              <p className="ph">
                {heading === "" ? null : <b>{heading}</b>} <span>{spec.subtitle}</span>
              </p>
              <ChartDrawing spec={spec} isWhole={isWhole} />
              {lineageBase === undefined ? <FiguresOf spec={spec} /> : null}
              {base ? (
                <TakeAlong files={chartFiles(base, block.id, index, locale)} of={spec.title} locale={locale} />
              ) : null}
            </div>
          ) : (
            <p key={index} className="muted">
              {words.chart.nothing}
            </p>
          ),
        )}
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
            {head.map((name, index) =>
              name === "" ? (
                <td key={index} />
              ) : (
                <th key={index} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...labels], row) => (
            <tr key={row}>
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
