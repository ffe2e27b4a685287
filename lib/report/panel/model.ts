import type { ChartKind } from "@/lib/chart/kind/model";
import {
  chartOf,
  type ChartPoint,
  type ChartSeries,
  type ChartSpec,
  type ChartStep,
  type ChartTone,
} from "@/lib/chart/model";
import type { Figure, KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { add, compare, fraction, round, subtract, zero, type Fraction } from "@/lib/number/fraction";
import { unlikeYears } from "@/lib/report/coverage/model";
import { filled, reportWords, targetText, unitText } from "@/lib/report/notation/model";
import type { BlockSettings } from "@/lib/report/schema";
import type { ReportView } from "../model";

/** One drawing area of a chart block. */
export type Panel = BlockSettings["chart"]["panels"][number];

/** What drawings show beyond the organisation's own figures, by the KPI's code. */
export type PanelParts = {
  /** Why a calculated figure changed since the year before. */
  drivers: Readonly<Record<string, ChartStep[]>>;
  /** A KPI's figures for each org unit, less those that tell of too few people. */
  orgUnits: Readonly<Record<string, { series: ChartSeries[]; note: string }>>;
};

/** A panel's chart under its title; null where its kind has nothing to show of these KPIs. */
export function specOf(
  panel: Panel,
  kpis: [KpiYear, ...KpiYear[]],
  of: ReportView,
  locale: Locale,
  /** `pillarCode`: of the chapter it stands in, whose colour it takes; null: its first KPI's. */
  { title, pillarCode }: { title: string; pillarCode: string | null },
): ChartSpec | null {
  const [first] = kpis;
  const words = reportWords(locale);
  const base = chartOf(
    panel.kind,
    kpis,
    {
      title,
      subtitle: panel.kind === "bullet" || !shareUnit(kpis) ? "" : unitText(first.unitOfMeasure, locale),
      tone: toneOf(pillarCode ?? first.pillarCode, of),
    },
    locale,
    words.figure.chart,
  );
  return kindOf[panel.kind](base, kpis, of, locale);
}

type Make = (base: ChartSpec, kpis: [KpiYear, ...KpiYear[]], of: ReportView, locale: Locale) => ChartSpec | null;

const asItIs: Make = (base) => base;

const kindOf: Record<ChartKind, Make> = {
  bar: asItIs,
  // Nothing leads from some org units' figure to others'; where that holds for every line, the drawing says it.
  line: (base, kpis, _, locale) => {
    const unlike = kpis.map(unlikeYears);
    const label = reportWords(locale).figure.notComparable.coverageChanged;
    const all = base.years.filter(
      (year) => unlike.every((years) => years.includes(year)) && !base.breaks.some((one) => one.year === year),
    );
    return {
      ...base,
      breaks: [...base.breaks, ...all.map((year) => ({ year, label }))].sort((a, b) => a.year - b.year),
      series: base.series.map((series, index) => ({ ...series, unlike: unlike[index] ?? [] })),
    };
  },
  split: (base, kpis, of, locale) => {
    if (!kpis.some(({ figures }) => figures.some(({ split }) => split !== null))) return null;
    return kpis.length > 1 ? kindOf.bullet(base, kpis, of, locale) : base;
  },
  // Groups share a scale, so no one group's target or benchmark can be drawn across them.
  grouped: (base) => ({ ...base, target: null, benchmarks: [] }),
  stacked: (base, kpis, _, locale) => ({ ...base, target: null, benchmarks: [], totals: totalsOf(kpis, locale) }),
  waterfall: (base, kpis, of, locale) => {
    const [only] = kpis;
    const steps = kpis.length > 1 ? partSteps(kpis, locale) : of.parts.drivers[only.code];
    return steps ? { ...base, target: null, benchmarks: [], breaks: [], steps } : null;
  },
  bullet: (base, kpis, of, locale) => ({
    ...base,
    target: null,
    benchmarks: [],
    breaks: [],
    series: base.series.map((series, index) => ({ ...series, goal: goalOf(kpis[index]!, locale) })),
  }),
  units: (base, [first], of) => {
    const own = of.parts.orgUnits[first.code];
    return own && own.series.length > 0
      ? { ...base, target: null, benchmarks: [], series: own.series, note: own.note }
      : null;
  },
};

function shareUnit(kpis: readonly KpiYear[]): boolean {
  return new Set(kpis.map(({ unitOfMeasure }) => unitOfMeasure)).size === 1;
}

/** Of each year that every part has a figure for, the sum of what is printed: the reader can add it up. */
export function totalsOf(kpis: readonly KpiYear[], locale: Locale): ChartPoint[] {
  return (kpis[0]?.figures ?? []).flatMap(({ year }): ChartPoint[] => {
    const figures = kpis.map((kpi) => kpi.figures.find((one) => one.year === year));
    if (!figures.every((one): one is Figure & { amount: string } => one?.amount != null)) return [];
    const decimals = Math.max(...figures.map((one) => one.decimals));
    const sum = round(
      figures.reduce<Fraction>((whole, { amount }) => add(whole, fraction(amount)), zero),
      decimals,
    );
    const isEstimated = figures.some(({ status }) => status === "estimated");
    const isExample = figures.some((one) => one.isExample);
    return [{ year, at: Number(sum), label: formatDecimal(sum, locale, { decimals }), isEstimated, isExample }];
  });
}

/** From last year's whole to this year's by what each part changed; what the parts do not explain is a step of its own. Null where a figure is lacking, or a break lies between. */
export function partSteps(kpis: [KpiYear, ...KpiYear[]], locale: Locale): ChartStep[] | null {
  const ends = kpis.map(({ figures, breaks }) => {
    const [before, after] = figures.slice(-2);
    const isBroken = breaks.some(({ year }) => year === after?.year);
    return before?.amount == null || after?.amount == null || isBroken
      ? null
      : { before, after, amounts: [before.amount, after.amount] as const };
  });
  if (!ends.every((one) => one !== null)) return null;
  const [whole, ...parts] = ends;
  if (!whole) return null;
  const decimals = Math.max(...ends.flatMap(({ before, after }) => [before.decimals, after.decimals]));
  const moved = ({ amounts: [before, after] }: (typeof ends)[number]) => subtract(fraction(after), fraction(before));
  const rest = parts.reduce((left, part) => subtract(left, moved(part)), moved(whole));
  const words = reportWords(locale).report.chart;
  const changes = [
    ...parts.map((part, index) => ({ name: kpis[index + 1]!.shortName, amount: moved(part) })),
    ...(compare(rest, zero) === 0 ? [] : [{ name: words.rest, amount: rest }]),
  ];
  return stepsOf(
    { year: whole.before.year, amount: whole.amounts[0] },
    changes.map(({ name, amount }) => ({ name, how: "", amount: round(amount, decimals) })),
    { year: whole.after.year, amount: whole.amounts[1] },
    locale,
  );
}

/** Steps of a waterfall from exact amounts; each begins where the one before ended. */
export function stepsOf(
  before: { year: number; amount: string },
  changes: readonly { name: string; how: string; amount: string }[],
  after: { year: number; amount: string },
  locale: Locale,
): ChartStep[] {
  let at = Number(before.amount);
  const whole = ({ year, amount }: { year: number; amount: string }): ChartStep => ({
    ...{ name: String(year), how: "", from: 0, to: Number(amount), look: "whole" },
    label: formatDecimal(amount, locale),
  });
  const steps = changes.map(({ name, how, amount }): ChartStep => {
    const from = at;
    at += Number(amount);
    const look = amount.startsWith("-") ? "down" : "up";
    return { name, how, from, to: at, look, label: formatDecimal(amount, locale, { sign: true }) };
  });
  return [whole(before), ...steps, whole(after)];
}

/** A KPI's target as printed, where it lies, and how far it is met. */
function goalOf(kpi: KpiYear, locale: Locale): NonNullable<ChartSeries["goal"]> {
  const { target, state } = kpi.target;
  const words = reportWords(locale);
  const at = target?.kind === "split" ? target.women : (target?.limit ?? null);
  return {
    level:
      target && at !== null
        ? {
            year: target.year,
            at: Number(at),
            label: filled(words.report.targetOf, { target: targetText(target, locale, kpi.unitOfMeasure) }),
          }
        : null,
    state: words.report.state[state],
  };
}

const tones: readonly string[] = ["society", "employer", "producer", "ethics"] satisfies ChartTone[];

function toneOf(pillarCode: string | null, { view }: ReportView): ChartTone {
  const colour = view.pillars.find(({ code }) => code === pillarCode)?.colour ?? "ethics";
  return tones.includes(colour) ? (colour as ChartTone) : "ethics";
}
