import { DrawnChart } from "@/components/charts/drawn-chart";
import { fill, figureWords } from "@/components/figure/words";
import { overFigures, Table } from "@/components/ui/table";
import { descriptionOf } from "@/lib/chart/description/model";
import type { ChartSpec } from "@/lib/chart/model";
import { tableOf } from "@/lib/chart/table/model";
import "@/components/charts/charts.css";

type Props = {
  spec: ChartSpec;
  /** The organisation in addresses: taking a chart along is noted in its trail. */
  org: string;
  /** Large: the one chart a page is about. */
  size?: "large" | "small";
  /** How the figures stand beside the drawing: to open, for screen readers alone (the page prints them elsewhere), or not at all. */
  table?: "details" | "hidden" | "none";
  /** Depth of the title among the page's headings. */
  level?: 2 | 3 | 4;
};

/** A chart in its frame: the message as title, the measure below it, the drawing in its reserved place, its figures as a table, and what to know. */
export function Chart({ spec, org, size = "small", table = "details", level = 2 }: Props) {
  const words = figureWords(spec.locale).chart;
  const Title = `h${level}` as const;
  const hasEstimate = spec.series.some((series) => series.points.some((point) => point.isEstimated));
  const sign = !hasEstimate ? "" : spec.kind === "bar" ? words.hatched : spec.kind === "line" ? words.hollow : "";
  const caption = [sign, spec.note].filter((text) => text !== "").join(" ");
  const { svg, png, csv, notTaken } = words;
  const label = fill(words.downloadLabel, { title: spec.title });
  const download = { download: words.download, label, svg, png, csv, notTaken };
  return (
    <figure className={`chart ${size} ${spec.tone} has-menu`} data-chart="waiting">
      <Title className="chart-title">{spec.title}</Title>
      <p className="chart-subtitle">{spec.subtitle}</p>
      <div className="chart-area">
        <noscript>
          <p className="muted">{words.needsScript}</p>
        </noscript>
        <DrawnChart spec={spec} org={org} download={download} failed={words.failed} />
      </div>
      {caption ? <figcaption>{caption}</figcaption> : null}
      {table === "details" ? (
        <details className="chart-figures">
          <summary>{words.asTable}</summary>
          <Figures spec={spec} measure={words.measure} />
        </details>
      ) : null}
      {table === "hidden" ? (
        <div className="vh">
          <Figures spec={spec} measure={words.measure} />
        </div>
      ) : null}
    </figure>
  );
}

/** The chart's figures as a table, years ascending as in the drawing. */
function Figures({ spec, measure }: { spec: ChartSpec; measure: string }) {
  const { head, rows } = tableOf(spec);
  return (
    <Table label={spec.title} caption={descriptionOf(spec)} columns={[measure, ...head.slice(1).map(overFigures)]}>
      {rows.map(([name, ...figures], row) => (
        <tr key={spec.series[row]?.code}>
          <th scope="row">{name}</th>
          {figures.map((figure, index) => (
            <td key={spec.years[index]} className="r">
              {figure}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
