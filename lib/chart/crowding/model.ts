import type { Places } from "@/lib/chart/drawing/place/model";
import type { ChartPoint, ChartSpec } from "@/lib/chart/model";

/** A point that has its place in a drawing: its figure is known. */
export type PlacedPoint = ChartPoint & { at: number };

/** Closest that two labels of one column may stand. */
const lineHeight = 16;

/** True when another line runs so close above the point that its label would stand on it. */
export function crowdedAbove(spec: ChartSpec, own: number, point: PlacedPoint, places: Pick<Places, "y">): boolean {
  const y = places.y(point.at);
  return spec.series.some((series, index) => {
    const other = series.points.find((candidate) => candidate.year === point.year);
    if (index === own || !other || other.at === null) return false;
    const gap = y - places.y(other.at);
    return gap >= 0 && gap < lineHeight * 2 && (gap > 0 || index < own);
  });
}

/** How far a label steps aside from a line that comes steeply down to its point, or leaves it steeply upwards. */
export function asideOf(
  known: readonly PlacedPoint[],
  point: PlacedPoint,
  places: Pick<Places, "y" | "column">,
): number {
  const index = known.indexOf(point);
  const [before, after] = [known[index - 1], known[index + 1]];
  const rise = (other: PlacedPoint | undefined) => (other ? places.y(point.at) - places.y(other.at) : 0);
  const [left, right] = [rise(before), rise(after)];
  const steep = places.column / 4;
  if (left > steep && right <= steep) return -4;
  return right > steep && left <= steep ? 4 : 0;
}
