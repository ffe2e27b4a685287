import { asideOf, crowdedAbove, type PlacedPoint } from "@/lib/chart/crowding/model";
import type { ChartSpec } from "@/lib/chart/model";
import { drawnScaleOf, runsOf } from "@/lib/chart/scale/model";
import { absentWords } from "../bars/model";
import { levelShapes } from "../levels/model";
import { path, tenth, widthOf, words, type Drawing, type MarkLook, type Shape } from "../model";
import { axisRoom, axisShapes, breakShapes, columnsOf, placesOf, type Places } from "../place/model";

/** Width of a column that holds a figure of every line without crowding. */
const roomForFigure = 62;
const orders = ["one", "two", "three", "four"] as const;

/** Lines by year, each with its name at its beginning and its figures; an estimate hollow with a dashed line to it. */
export function linesDrawing(spec: ChartSpec, size: { width: number; height: number }): Drawing {
  const scale = drawnScaleOf(spec);
  const several = spec.series.length > 1;
  const top = (several ? 44 : 28) + (spec.breaks.length > 0 ? 22 : 0);
  const places = placesOf(columnsOf(spec), size, { left: axisRoom(scale), right: 4, top }, scale);
  const [only] = spec.series;
  return {
    ...size,
    shapes: [
      ...axisShapes(spec, places, scale),
      ...breakShapes(spec, places),
      ...levelShapes(several ? { ...spec, benchmarks: [] } : spec, places),
      ...spec.series.flatMap((series, index) =>
        runsOf(series.points, spec.breaks).map((run) =>
          path(
            run.points.map(({ year, at }) => [places.x(String(year)), places.y(at ?? 0)]),
            `line ${orderOf(index)}`,
            run.isDashed,
          ),
        ),
      ),
      ...spec.series.flatMap((_, index) => pointShapes(spec, index, places)),
      // Of several lines the others run on where one has nothing; its table says why.
      ...(several || !only
        ? []
        : only.points.flatMap((point, index) => (point.at === null ? absentWords(only.points, index, places) : []))),
    ],
  };
}

function orderOf(index: number): (typeof orders)[number] {
  return orders[index % orders.length] ?? "one";
}

function pointShapes(spec: ChartSpec, own: number, places: Places): Shape[] {
  const several = spec.series.length > 1;
  const series = spec.series[own]!;
  const known = series.points.filter((point): point is PlacedPoint => point.at !== null);
  const [first, last] = [known[0], known.at(-1)];
  const look = `point ${orderOf(own)}` as const;
  const shapes = known.flatMap((point): Shape[] => {
    const [x, y] = [places.x(String(point.year)), places.y(point.at)];
    const below = several && crowdedAbove(spec, own, point, places);
    const aside = several || below ? 0 : asideOf(known, point, places);
    const mark: MarkLook = point.isEstimated ? `${look} hollow` : look;
    const dot: Shape = { kind: "circle", x, y, r: point.isEstimated ? 4 : 2.5, look: mark };
    // Of several lines in a narrow drawing only the ends are labelled; the table has every figure.
    if (several && places.column < roomForFigure && point !== first && point !== last) return [dot];
    const label: Shape = {
      ...{ kind: "text", x: x + aside, y: tenth(below ? y + 19 : y - 10), text: point.label },
      look: point.year === spec.year ? "value current" : "value",
      anchor: aside === 0 ? "middle" : aside < 0 ? "start" : "end",
      ...(point.isEstimated ? { isEstimated: true } : {}),
    };
    return [dot, label];
  });
  if (!several || !first) return shapes;
  const x = Math.max(places.left, places.x(String(first.year)) - 16);
  // Above every figure that stands under the name.
  const under = known.filter((point) => places.x(String(point.year)) - 20 < x + widthOf(series.name));
  const highest = Math.min(...under.map((point) => places.y(point.at)));
  const y = crowdedAbove(spec, own, first, places) ? places.y(first.at) - 11 : highest - 28;
  return [...shapes, words(x, y, series.name, "name", "start")];
}
