import { fill, type FigureWords } from "@/components/figure/words";
import type { KpiYear } from "@/lib/figure/model";
import { breakBetween, type SeriesBreakView } from "@/lib/series-break/model";
import "@/components/figure/figure.css";

/** The break that begins with a year of a table; before the first column there is nothing to part. */
export function breakIn(kpi: KpiYear, year: number): SeriesBreakView | null {
  return kpi.figures[0]?.year === year ? null : breakBetween(kpi.breaks, year - 1, year);
}

/** Says at a figure that its series begins anew; the cell carries the line (class "broken"). */
export function BreakMark({ kpi, year, words }: { kpi: KpiYear; year: number; words: FigureWords }) {
  const broken = breakIn(kpi, year);
  return broken ? <span className="vh"> ({breakText(broken, words)})</span> : null;
}

/** A break in one sentence. */
export function breakText({ year, kind, note }: SeriesBreakView, words: FigureWords): string {
  return fill(words.chart.breakNote, { year, kind: words.chart.series[kind], note });
}

/** The breaks of some rows below their table, each said once. */
export function BreakNotes({ rows, words }: { rows: KpiYear[]; words: FigureWords }) {
  const said = rows.flatMap((kpi) =>
    kpi.breaks
      .filter(({ year }) => breakIn(kpi, year))
      .map((broken) => ({ kpi, broken, text: breakText(broken, words) })),
  );
  return said.map(({ kpi, broken, text }) => (
    <p key={`${kpi.code} ${broken.year}`}>
      <span className="break-sign" aria-hidden="true" /> {kpi.shortName}. {text}
    </p>
  ));
}
