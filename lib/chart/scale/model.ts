import type { ChartPoint, ChartSpec } from "@/lib/chart/model";

/** The vertical axis: its ends and the few values written on it. */
export type ChartScale = { minimum: number; maximum: number; ticks: number[] };

const steps = [1, 2, 5, 10];

/**
 * The axis of a chart. Bars and splits start at zero, because their length is the figure; a line may start higher
 * when its figures lie close together far from zero (within a fifth of the largest), and then its ticks say so.
 */
export function scaleOf(spec: ChartSpec): ChartScale {
  if (spec.kind === "split") return { minimum: 0, maximum: 100, ticks: [0, 50, 100] };
  const values = valuesOf(spec);
  if (values.length === 0) return { minimum: 0, maximum: 1, ticks: [0] };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const liesFarFromZero = spec.kind === "line" && low > 0 && high - low < high / 5 && high !== low;
  return niceScale(liesFarFromZero ? low : Math.min(0, low), Math.max(liesFarFromZero ? -Infinity : 0, high));
}

/** The axis of a drawing whose every figure is written at its mark: from zero exactly to the largest, without ticks; where a line starts higher, the round one with them. */
export function drawnScaleOf(spec: ChartSpec): ChartScale {
  const scale = scaleOf(spec);
  return scale.minimum > 0 ? scale : exactScale(valuesOf(spec));
}

/** From zero, or the lowest below it, to the highest of these. */
export function exactScale(values: readonly number[]): ChartScale {
  const [minimum, maximum] = [Math.min(0, ...values), Math.max(0, ...values)];
  return { minimum, maximum: maximum === minimum ? minimum + 1 : maximum, ticks: [] };
}

function valuesOf(spec: ChartSpec): number[] {
  return [
    ...spec.series.flatMap((series) => series.points.flatMap((point) => (point.at === null ? [] : [point.at]))),
    ...(spec.target ? [spec.target.at] : []),
    ...spec.benchmarks.map((benchmark) => benchmark.at),
  ];
}

/** Round ends and at most five steps between them. */
export function niceScale(low: number, high: number): ChartScale {
  const range = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(range / 4));
  const step = (steps.find((candidate) => candidate * power >= range / 4) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  // Multiplying whole numbers of steps keeps 0.3 from becoming 0.30000000000000004 on the axis.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { minimum: ticks[0] ?? 0, maximum: ticks.at(-1) ?? 1, ticks };
}

/** A piece of a line without a hole in it. Dashed: it leads to an estimate. */
export type ChartRun = { points: ChartPoint[]; isDashed: boolean };

/**
 * Cuts a series where a year has no figure or a series break begins, so that no line bridges it, and where a figure is
 * an estimate, so that its line is dashed.
 */
export function runsOf(points: ChartPoint[], breaks: readonly { year: number }[] = []): ChartRun[] {
  const runs: ChartRun[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (!before || before.at === null || point.at === null) continue;
    if (breaks.some(({ year }) => year === point.year)) continue;
    const last = runs.at(-1);
    if (last && last.isDashed === point.isEstimated && last.points.at(-1) === before) last.points.push(point);
    else runs.push({ points: [before, point], isDashed: point.isEstimated });
  }
  return runs;
}
