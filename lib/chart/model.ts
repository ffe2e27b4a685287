import { coverageNote } from "@/lib/coverage/footnote/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import type { Figure, FigureStatus, KpiYear } from "@/lib/figure/model";
import type { ChartKind } from "@/lib/chart/kind/model";
import type { Locale } from "@/lib/language/model";
import type { SeriesBreakView } from "@/lib/series-break/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** A pillar's colour; the drawing takes it from the CSS variable of that name. */
export type ChartTone = "society" | "employer" | "producer" | "ethics";

/** One year of one series. `at` places the mark and is never shown; `label` is the exact figure as printed. */
export type ChartPoint = {
  year: number;
  /** Null: no figure, so no mark and no line through this year. Of a split: women's share. */
  at: number | null;
  /** The figure as printed, or the word for why there is none. */
  label: string;
  isEstimated: boolean;
  isExample: boolean;
};

/** One KPI, or one org unit, over the years, ascending. */
export type ChartSeries = {
  code: string;
  name: string;
  unitOfMeasure: string;
  points: ChartPoint[];
  /** Years that stand for others than the year before: no line leads there. */
  unlike?: number[];
  /** Of figures that are each held against their own target: that target, and how far it is met, in words. */
  goal?: { level: ChartLevel | null; state: string };
};

/** A step of a waterfall: a year's whole figure, or what moved it. `from` and `to` place the bar and are never shown. */
export type ChartStep = {
  name: string;
  /** How it came about ("3.289 → 3.574 MWh, +9 %"); may be empty. */
  how: string;
  from: number;
  to: number;
  look: "whole" | "up" | "down";
  /** The exact amount as printed. */
  label: string;
};

/** A level to hold the figures against: a target's limit or a benchmark, with the words printed at it. */
export type ChartLevel = { year: number; at: number; label: string };

/** Everything a chart shows, in one language: plain data, safe to hand to the browser. */
export type ChartSpec = {
  kind: ChartKind;
  /** The message ("Scope 2 steg 10 % i 2023"). */
  title: string;
  /** The measure and its unit of measure. */
  subtitle: string;
  /** What to know when reading it, and where the figures are from; may be empty. */
  note: string;
  tone: ChartTone;
  /** The year that is emphasised. */
  year: number;
  /** Ascending; the years of the figures. */
  years: number[];
  series: ChartSeries[];
  /** Of parts that make a whole: the whole of each year, where every part is known. */
  totals?: ChartPoint[];
  /** Of a waterfall: from the year before to the year, its steps in order. */
  steps?: ChartStep[];
  target: ChartLevel | null;
  benchmarks: ChartLevel[];
  /** Series breaks: nothing is drawn across the line before their year. */
  breaks: { year: number; label: string }[];
  /** The change from the year before, written over the last two bars; null where none can be stated. */
  change: { label: string; judgement: "better" | "worse" | "unchanged" | "neutral" } | null;
  locale: Locale;
  /** Words the drawing writes itself. */
  words: ChartWords;
};

/** The words of a drawing, in the page's language (messages of room "figure", under "chart"). */
export type ChartWords = {
  target: string;
  men: string;
  women: string;
  estimate: string;
  example: string;
  year: string;
  /** The whole of several parts. */
  total: string;
  series: Record<SeriesBreakView["kind"], string>;
  breakNote: string;
  missing: Record<Exclude<FigureStatus, "reported" | "estimated">, string>;
};

/** The parts of a chart only its author knows; everything else follows from the KPIs. */
export type ChartFrameText = {
  title: string;
  subtitle: string;
  note?: string;
  tone: ChartTone;
  change?: ChartSpec["change"];
};

/**
 * A chart of one KPI, or of several in the same unit of measure.
 * Target and benchmarks are those of the first; a KPI without any figure stays as an empty series, so that its absence is said.
 */
export function chartOf(
  kind: ChartKind,
  kpis: [KpiYear, ...KpiYear[]],
  text: ChartFrameText,
  locale: Locale,
  words: ChartWords,
): ChartSpec {
  const [first] = kpis;
  const years = first.figures.map((figure) => figure.year);
  const breaks = breaksOf(kpis, years);
  return {
    kind,
    title: text.title,
    subtitle: text.subtitle,
    note: [
      text.note ?? "",
      ...new Set(kpis.map((kpi) => coverageNote(kpi.figures, locale))),
      ...breaks.map((one) => breakNote(one, words)),
    ]
      .filter((note) => note !== "")
      .join(" "),
    tone: text.tone,
    year: years.at(-1) ?? 0,
    years,
    series: kpis.map((kpi) => seriesOf(kpi, locale, words)),
    target: targetLevel(first, locale, words),
    benchmarks: first.benchmarks
      .filter((benchmark) => years.includes(benchmark.year))
      .map(({ year, label, amount }) => ({
        year,
        at: Number(amount),
        label: `${label} ${formatDecimal(amount, locale)}`,
      })),
    breaks: breaks.map(({ year, kind }) => ({ year, label: words.series[kind] })),
    change: text.change ?? null,
    locale,
    words,
  };
}

/** The breaks a drawing of these years shows, each once: one before its first year separates nothing. */
export function breaksOf(kpis: readonly KpiYear[], years: readonly number[]): SeriesBreakView[] {
  const shown = new Map(
    kpis
      .flatMap((kpi) => kpi.breaks)
      .filter(({ year }) => years.indexOf(year) > 0)
      .map((one) => [one.year, one]),
  );
  return [...shown.values()].sort((a, b) => a.year - b.year);
}

/** What a break is, in one sentence: "Brud 2024, ny metode: …". */
export function breakNote({ year, kind, note }: SeriesBreakView, words: ChartWords): string {
  const values: Record<string, string> = { year: String(year), kind: words.series[kind], note };
  return words.breakNote.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** One KPI's points; the only place a figure becomes a binary number, and only to place a mark. */
function seriesOf(kpi: KpiYear, locale: Locale, words: ChartWords): ChartSeries {
  return {
    code: kpi.code,
    name: kpi.shortName,
    unitOfMeasure: unitLabel(kpi.unitOfMeasure, locale),
    points: kpi.figures.map((figure) => seriesPoint(figure, locale, words)),
  };
}

/** A figure as a point of a series. */
export function seriesPoint(figure: Figure, locale: Locale, words: ChartWords): ChartPoint {
  const isEstimated = figure.status === "estimated";
  const rest = { year: figure.year, isEstimated, isExample: figure.isExample };
  if (figure.split) {
    return { ...rest, at: Number(figure.split.women), label: formatSplit(figure.split, locale) };
  }
  if (figure.amount !== null)
    return {
      ...rest,
      at: Number(figure.amount),
      label: formatDecimal(figure.amount, locale, { decimals: figure.decimals }),
    };
  // A figure that could not be calculated says what its inputs say; without a status it is simply missing.
  const status = figure.status === "reported" || figure.status === "estimated" ? "missing" : figure.status;
  return { ...rest, at: null, label: words.missing[status] };
}

function targetLevel(kpi: KpiYear, locale: Locale, words: ChartWords): ChartLevel | null {
  const target = kpi.target.target;
  if (!target) return null;
  if (target.kind === "split") {
    return target.men === null || target.women === null
      ? null
      : {
          year: target.year,
          at: Number(target.women),
          label: `${words.target} ${formatSplit({ men: target.men, women: target.women }, locale)}`,
        };
  }
  if (target.limit === null) return null;
  return {
    year: target.year,
    at: Number(target.limit),
    label: `${words.target} ${formatDecimal(target.limit, locale)}`,
  };
}
