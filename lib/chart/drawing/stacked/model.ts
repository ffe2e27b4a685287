import type { ChartPoint, ChartSeries, ChartSpec } from "@/lib/chart/model";
import { exactScale } from "@/lib/chart/scale/model";
import { wrapped } from "@/lib/chart/wrap/model";
import { hatch, path, rect, widthOf, words, type Drawing, type MarkLook, type Shape } from "../model";
import { axisShapes, breakShapes, placesOf, type Places } from "../place/model";
import { wholesWords } from "../wholes/model";

const looks = ["part one", "part two", "part three", "part four"] as const satisfies MarkLook[];
/** Half a bar, as part of its column: wider than bars that stand alone, for the figures in it. */
const half = 0.36;
/** Lowest part that holds its figure. */
const roomForFigure = 17;
const LINE = 15;

/** A part of a year's bar, from where to where. */
type Part = { series: number; point: ChartPoint; from: number; to: number };

/** Parts of a year on each other; what is negative hangs below zero. */
export function partsOf(series: readonly ChartSeries[], year: number): Part[] {
  let [up, down] = [0, 0];
  return series.flatMap(({ points }, index) => {
    const point = points.find((one) => one.year === year);
    if (!point || point.at === null) return [];
    const from = point.at < 0 ? down : up;
    const to = from + point.at;
    if (point.at < 0) down = to;
    else up = to;
    return [{ series: index, point, from, to }];
  });
}

/** Bars by year made of parts, each with its figure where there is room and its name at the last bar; the whole above. */
export function stackedDrawing(spec: ChartSpec, size: { width: number; height: number }): Drawing {
  const years = spec.years.map((year) => ({ year, parts: partsOf(spec.series, year) }));
  const ends = years.flatMap(({ parts }) => parts.map(({ to }) => to));
  const scale = exactScale(ends);
  const right = size.width < 500 ? 96 : 170;
  const top = spec.breaks.length > 0 ? 50 : 34;
  const places = placesOf(spec.years.map(String), size, { left: 4, right, top }, scale);
  const topOf = (year: number) => places.y(Math.max(0, ...partsOf(spec.series, year).map(({ to }) => to)));
  const last = years.findLast(({ parts }) => parts.length > 0);
  return {
    ...size,
    shapes: [
      ...breakShapes(spec, places),
      ...years.flatMap(({ parts }) => parts.flatMap((part) => partShapes(part, spec, places))),
      ...wholesWords(spec, places, topOf),
      ...axisShapes(spec, places, scale),
      ...(last ? nameShapes(last.parts, last.year, spec, places, right) : []),
    ],
  };
}

function partShapes({ series, point, from, to }: Part, spec: ChartSpec, places: Places): Shape[] {
  const look = looks[series % looks.length] ?? "part one";
  const width = places.column * half * 2;
  const [x, top, bottom] = [places.x(String(point.year)), places.y(Math.max(from, to)), places.y(Math.min(from, to))];
  // A white line parts them also where their colours look alike.
  const box = [x - width / 2, top, width, Math.max(0, bottom - top - 1.5)] as const;
  const isDark = look === "part one" && !point.isEstimated;
  const shapes = [
    rect(...box, point.isEstimated && look === "part one" ? "bar estimated" : look),
    ...(point.isEstimated || look === "part four" ? [hatch(...box)] : []),
  ];
  if (bottom - top < roomForFigure || widthOf(point.label) > width + (isDark ? 0 : 8)) return shapes;
  const isCurrent = point.year === spec.year;
  return [
    ...shapes,
    words(x, (top + bottom) / 2 + 4, point.label, isDark ? "value on-dark" : isCurrent ? "value current" : "value"),
  ];
}

/** Names beside the last bar, each by its part, moved apart where parts are low. */
function nameShapes(parts: readonly Part[], year: number, spec: ChartSpec, places: Places, room: number): Shape[] {
  const edge = places.x(String(year)) + places.column * half;
  const names = parts
    .map(({ series, from, to }) => {
      const lines = wrapped(spec.series[series]?.name ?? "", (room - 12) / 6.4);
      return { lines, at: (places.y(from) + places.y(to)) / 2 };
    })
    .sort((a, b) => a.at - b.at);
  let free = 0;
  const placed = names.map(({ lines, at }) => {
    const y = Math.max(free, at - ((lines.length - 1) * LINE) / 2 + 4);
    free = y + lines.length * LINE + 3;
    return { lines, at, y };
  });
  // Names that ran out below move up together.
  const over = Math.max(0, free - LINE - places.bottom - 2);
  return placed.flatMap(({ lines, at, y }) => [
    path(
      [
        [edge + 3, at],
        [places.right + 2, y - over - 4],
      ],
      "leader",
    ),
    ...lines.map((line, index) => words(places.right + 6, y - over + index * LINE, line, "name", "start")),
  ]);
}
