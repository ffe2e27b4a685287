import type { ChartPoint, ChartSpec } from "@/lib/chart/model";
import { drawnScaleOf } from "@/lib/chart/scale/model";
import { levelShapes, wrappedWords } from "../levels/model";
import { hatch, rect, words, type Drawing, type Shape, type Words } from "../model";
import { axisShapes, breakShapes, columnsOf, placesOf, roomBelow, type Places } from "../place/model";

/** Half a bar, as part of its column. */
export const barHalf = 0.29;

/** Width of a column that holds "not measured" beside its like. */
const roomForWords = 64;

/** Bars by year from zero, each with its figure; the current year emphasised, an estimate hatched. */
export function barsDrawing(spec: ChartSpec, size: { width: number; height: number }): Drawing {
  const scale = drawnScaleOf(spec);
  const hasBreak = spec.breaks.length > 0;
  const room = { left: 4, right: 4, top: hasBreak ? 50 : 28, below: roomBelow(scale) };
  const places = placesOf(columnsOf(spec), size, room, scale);
  const points = spec.series[0]?.points ?? [];
  return {
    ...size,
    shapes: [
      ...breakShapes(spec, places),
      ...points.flatMap((point) => barShapes(point, spec.year, places)),
      ...axisShapes(spec, places, scale),
      ...levelShapes(spec, places),
      ...points.flatMap((point, index) => labelShapes(points, point, index, spec, places)),
    ],
  };
}

/** One year's bar. */
export function barShapes(point: ChartPoint, current: number, places: Places, half = barHalf): Shape[] {
  if (point.at === null) return [];
  const [from, to] = [places.y(0), places.y(point.at)];
  const width = places.column * half * 2;
  const box = [places.x(String(point.year)) - width / 2, Math.min(from, to), width, Math.abs(to - from)] as const;
  if (point.isEstimated) return [rect(...box, "bar estimated"), hatch(...box)];
  return [rect(...box, point.year === current ? "bar current" : "bar earlier")];
}

/** A figure at its mark, with the raised e of an estimate. */
export function figureWords(point: ChartPoint, x: number, y: number, isCurrent: boolean): Words {
  const shape = words(x, y, point.label, isCurrent ? "value current" : "value");
  return point.isEstimated ? { ...shape, isEstimated: true } : shape;
}

function labelShapes(
  points: readonly ChartPoint[],
  point: ChartPoint,
  index: number,
  spec: ChartSpec,
  places: Places,
): Shape[] {
  if (point.at === null) return absentWords(points, index, places);
  // Over the bar; under it where the figure is negative.
  const y = point.at < 0 ? places.y(point.at) + 18 : places.y(point.at) - 7;
  return [figureWords(point, places.x(String(point.year)), y, point.year === spec.year)];
}

/** Why a column is empty; in narrow columns that are empty for one reason, said once across them. */
export function absentWords(points: readonly ChartPoint[], index: number, places: Places): Words[] {
  const same = (other: number) => points[other]?.at === null && points[other].label === points[index]?.label;
  const isNarrow = places.column < roomForWords;
  if (isNarrow && same(index - 1)) return [];
  let last = index;
  while (isNarrow && same(last + 1)) last += 1;
  const [from, to] = [points[index], points[last]];
  if (!from || !to) return [];
  const x = (places.x(String(from.year)) + places.x(String(to.year))) / 2;
  const room = { x, y: places.bottom - 10, width: places.column * (last - index + 1), grows: "up" as const };
  return wrappedWords(room, from.label, "quiet");
}
