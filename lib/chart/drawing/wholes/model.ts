import type { ChartPoint, ChartSpec } from "@/lib/chart/model";
import { wrapped } from "@/lib/chart/wrap/model";
import { absentWords, figureWords } from "../bars/model";
import { boxOf, isOver } from "../box/model";
import { widthOf, words, type Words } from "../model";
import type { Places } from "../place/model";

const LINE = 15;
/** Most lines of what a bar lacks. */
const mostLines = 2;
/** How far words may come into each other's estimated width. */
const NEAR = 2;

/**
 * What stands over the bars of parts: the whole of a year that has all of its parts, and of one that lacks some, which
 * and why; a bar that only looks lower says so. The year in hand first, then what is lacking: a whole that would stand
 * on other words is in the table alone.
 */
export function wholesWords(spec: ChartSpec, places: Places, topOf: (year: number) => number): Words[] {
  const whole = (year: number): Words[][] => {
    const total = spec.totals?.find((one) => one.year === year);
    return total ? [[figureWords(total, places.x(String(year)), topOf(year) - 7, year === spec.year)]] : [];
  };
  const lacking = spec.years.map((year, index) => lackWords(spec, year, index, places, topOf(year)));
  const earlier = spec.years.filter((year) => year !== spec.year).reverse();
  const kept: Words[] = [];
  for (const group of [...whole(spec.year), ...lacking, ...earlier.flatMap(whole)])
    if (!group.some((one) => kept.some((other) => isOver(core(one), boxOf(other))))) kept.push(...group);
  return kept;
}

function core(one: Words) {
  const box = boxOf(one);
  return { ...box, left: box.left + NEAR, right: box.right - NEAR };
}

/** Which parts a year lacks and why ("Varme afventer"); where there is no room for names, only why. */
function lackWords(spec: ChartSpec, year: number, index: number, places: Places, top: number): Words[] {
  const lacking = lackedIn(spec, year);
  if (lacking.length === 0) return [];
  if (lacking.length === spec.series.length)
    return absentWords(
      spec.years.map((one) => emptyPoint(spec, one)),
      index,
      places,
    );
  const reasons = [...new Set(lacking.map(({ why }) => why))];
  const named = reasons.map(
    (reason) => `${lacking.flatMap(({ name, why }) => (why === reason ? [name] : [])).join(", ")} ${reason}`,
  );
  const lines = wrapped(named.join(", "), places.column / 6.7);
  const fits = lines.length <= mostLines && lines.every((line) => widthOf(line) <= places.column);
  const said = fits ? lines : [reasons.join(", ")];
  return said.map((line, at) => words(places.x(String(year)), top - 7 - (said.length - 1 - at) * LINE, line, "quiet"));
}

/** The series without a figure in a year; one without any figure at all is told of in the last year. */
function lackedIn({ series, years }: ChartSpec, year: number): { name: string; why: string }[] {
  const isNone = (points: readonly ChartPoint[]) => points.every(({ at }) => at === null);
  const areAllOut = series.every(({ points }) => points.find((one) => one.year === year)?.at == null);
  return series.flatMap(({ name, points }) => {
    const point = points.find((one) => one.year === year);
    if (!point || point.at !== null || (!areAllOut && isNone(points) && year !== years.at(-1))) return [];
    return [{ name, why: point.label }];
  });
}

/** A year as a point that tells why all of its parts are lacking; one that has some stands apart from it. */
function emptyPoint(spec: ChartSpec, year: number): ChartPoint {
  const lacking = lackedIn(spec, year);
  const label = [...new Set(lacking.map(({ why }) => why))].join(", ");
  return { year, at: lacking.length === spec.series.length ? null : 0, label, isEstimated: false, isExample: false };
}
