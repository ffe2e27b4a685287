import { asideOf, type PlacedPoint } from "@/lib/chart/crowding/model";
import type { ChartSeries, ChartSpec } from "@/lib/chart/model";
import { drawnScaleOf, runsOf } from "@/lib/chart/scale/model";
import { absentWords, figureWords } from "../bars/model";
import { levelShapes } from "../levels/model";
import { path, widthOf, type Drawing, type Shape } from "../model";
import { axisRoom, axisShapes, breakShapes, columnsOf, placesOf, type Places } from "../place/model";
import { severalWords } from "../several/model";

/** Height of one more name. */
const MORE = 14;
const orders = ["one", "two", "three", "four"] as const;

/** Lines by year, each with its name at its beginning and its figures; an estimate hollow with a dashed line to it. */
export function linesDrawing(spec: ChartSpec, size: { width: number; height: number }): Drawing {
  const scale = drawnScaleOf(spec);
  const several = spec.series.length > 1;
  // A figure and a name over the highest line; more where more lines may begin together.
  const top = (several ? 44 + MORE * Math.max(0, spec.series.length - 2) : 28) + (spec.breaks.length > 0 ? 22 : 0);
  const places = placesOf(columnsOf(spec), size, { left: axisRoom(scale), right: 4, top }, scale);
  const lines = spec.series.map(({ name, points }) => ({ name, known: knownOf(points) }));
  const [only] = spec.series;
  const drawn: Shape[] = [
    ...axisShapes(spec, places, scale),
    ...breakShapes(spec, places),
    ...levelShapes(several ? { ...spec, benchmarks: [] } : spec, places),
    ...spec.series.flatMap((series, index) =>
      runsOf(series.points, [...spec.breaks, ...(series.unlike ?? []).map((year) => ({ year }))]).map((run) =>
        path(
          run.points.map(({ year, at }) => [places.x(String(year)), places.y(at ?? 0)]),
          `line ${orderOf(index)}`,
          run.isDashed,
        ),
      ),
    ),
    ...lines.flatMap(({ known }, index) => known.map((point) => dotOf(point, index, places))),
  ];
  return {
    ...size,
    shapes: [
      ...drawn,
      // Of several lines the others run on where one has nothing; its table says why.
      ...(several || !only ? severalWords(spec, lines, places, drawn) : onlyWords(only, spec, places)),
    ],
  };
}

function orderOf(index: number): (typeof orders)[number] {
  return orders[index % orders.length] ?? "one";
}

function knownOf(points: readonly ChartSeries["points"][number][]): PlacedPoint[] {
  return points.filter((point): point is PlacedPoint => point.at !== null);
}

function dotOf(point: PlacedPoint, own: number, places: Places): Shape {
  const look = `point ${orderOf(own)}` as const;
  const [x, y] = [places.x(String(point.year)), places.y(point.at)];
  return point.isEstimated
    ? { kind: "circle", x, y, r: 4, look: `${look} hollow` }
    : { kind: "circle", x, y, r: 2.5, look };
}

/** Of one line alone each figure above its mark, and why there is none. */
function onlyWords({ points }: ChartSeries, spec: ChartSpec, places: Places): Shape[] {
  const known = knownOf(points);
  return points.flatMap((point, index): Shape[] => {
    const placed = known.find(({ year }) => year === point.year);
    if (!placed) return absentWords(points, index, places);
    // Nothing steps aside where it would step on what stands beside it.
    const isFree =
      points[index - 1]?.at !== null && points[index + 1]?.at !== null && widthOf(point.label) < places.column / 2 + 4;
    const aside = isFree ? asideOf(known, placed, places) : 0;
    const label = figureWords(
      point,
      places.x(String(point.year)) + aside,
      places.y(placed.at) - 10,
      point.year === spec.year,
    );
    return [{ ...label, anchor: aside === 0 ? "middle" : aside < 0 ? "start" : "end" }];
  });
}
