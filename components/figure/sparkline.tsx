import { printedText } from "@/components/figure/printed";
import type { FigureWords } from "@/components/figure/words";
import type { Figure, KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import "@/components/figure/figure.css";

const width = 96;
const height = 24;
const top = 4;
const bottom = 20;

/** Places a mark only; nobody reads a figure off it. Of a split: women's share. */
function positionOf(figure: Figure): number | null {
  const text = figure.split ? figure.split.women : figure.amount;
  return text === null ? null : Number(text);
}

/** What of a KPI is drawn. */
export type Series = Pick<KpiYear, "figures" | "breaks"> & { target: Pick<KpiYear["target"], "target"> };

function limitOf(kpi: Series): number | null {
  const { target } = kpi.target;
  // A reduction counted from this very year would only draw a line below the last point.
  if (!target || target.kind === "reduction") return null;
  const text = target.kind === "split" ? target.women : target.limit;
  return text === null ? null : Number(text);
}

/** The years of a KPI in the size of a word: own scale, dotted target, hollow last point for an estimate, a dash where a year has no figure, an upright line where the series breaks. */
export function Sparkline({ kpi, words, locale }: { kpi: Series; words: FigureWords; locale: Locale }) {
  const { figures } = kpi;
  const step = figures.length > 1 ? (width - 12) / (figures.length - 1) : 0;
  const limit = limitOf(kpi);
  const values = figures.map(positionOf);
  const all = [...values, limit].filter((value) => value !== null);
  const low = Math.min(...all);
  const range = Math.max(...all) - low;
  const x = (index: number) => Math.round((figures.length > 1 ? 6 + index * step : width - 6) * 10) / 10;
  const y = (value: number) =>
    Math.round((range === 0 ? height / 2 : bottom - ((value - low) / range) * (bottom - top)) * 10) / 10;

  let line = "";
  let gaps = "";
  let last: { x: number; y: number; isCurrent: boolean; isEstimated: boolean } | null = null;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      gaps += `M${x(index) - 2} 22h4`;
      continue;
    }
    const isBroken = kpi.breaks.some(({ year }) => year === figures[index]?.year);
    if (isBroken && index > 0) gaps += `M${Math.round(x(index) - step / 2)} 2v20`;
    line += `${index > 0 && values[index - 1] !== null && !isBroken ? "L" : "M"}${x(index)} ${y(value)}`;
    last = {
      x: x(index),
      y: y(value),
      isCurrent: index === values.length - 1,
      isEstimated: figures[index]?.status === "estimated",
    };
  }
  const label = figures
    .map(
      (figure) =>
        `${figure.year}: ${positionOf(figure) === null ? words.sparkMissing : printedText(figure, words, locale)}`,
    )
    .join(", ");
  return (
    <svg className="sp" width={width} height={height} role="img" aria-label={label}>
      {limit === null ? null : <path className="tl" d={`M2 ${y(limit)}H94`} />}
      {line.includes("L") ? <path className="ln" d={line} /> : null}
      {gaps ? <path className="gap" d={gaps} /> : null}
      {last ? (
        <circle
          className={last.isCurrent ? (last.isEstimated ? "ho" : "dt") : "old"}
          cx={last.x}
          cy={last.y}
          r={last.isCurrent ? 3 : 1.75}
        />
      ) : null}
    </svg>
  );
}
