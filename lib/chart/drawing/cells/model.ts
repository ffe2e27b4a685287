import type { ChartPoint, ChartSeries, ChartSpec } from "@/lib/chart/model";
import { exactScale, type ChartScale } from "@/lib/chart/scale/model";
import { wrapped } from "@/lib/chart/wrap/model";
import { absentWords, barShapes, figureWords } from "../bars/model";
import { wrappedWords } from "../levels/model";
import { path, tenth, widthOf, words, type Drawing, type Shape } from "../model";
import { FOOT, placesOf, roomBelow, type Places } from "../place/model";

/** Empty part between two groups of bars. */
const GAP = 20;
const NAME_LINE = 15;

/** How large the bars of one series are drawn, and whether every bar has its figure. */
type Cell = { height: number; isLabelledAtEnds: boolean };

/**
 * Groups of bars on one scale: a group for each series with its name above, a bar for each year with its year below.
 * Nothing needs a key, and nothing is told apart by colour alone. As many groups stand beside each other as there is
 * room for; the rest go on below.
 */
export function cellsDrawing(spec: ChartSpec, width: number, { height, isLabelledAtEnds }: Cell): Drawing {
  const points = spec.series.flatMap((series) => series.points);
  const ends = points.flatMap(({ at }) => (at === null ? [] : [at]));
  const scale = exactScale(ends);
  // A group that says why a year is empty has room for the words.
  const longest = (text: string) => Math.max(...text.split(" ").map(widthOf));
  const widest = Math.max(
    24,
    ...points.map(({ at, label }) => (at !== null ? widthOf(label) + 6 : isLabelledAtEnds ? 0 : longest(label))),
  );
  const least = isLabelledAtEnds ? Math.max(120, widest * 2 + 8) : widest * spec.years.length;
  const across = Math.max(1, Math.min(spec.series.length, Math.floor((width + GAP) / (least + GAP))));
  // Rows as even as possible: five are three and two, not four and one.
  const rows = Math.ceil(spec.series.length / across);
  const columns = Math.ceil(spec.series.length / rows);
  const cellWidth = (width - GAP * (columns - 1)) / columns;
  const nameLines = Math.max(...spec.series.map(({ name }) => wrapped(name, cellWidth / 6.7).length));
  const whole = nameLines * NAME_LINE + height;
  const shapes = spec.series.flatMap((series, index) => {
    const [x, y] = [(index % columns) * (cellWidth + GAP), Math.floor(index / columns) * (whole + GAP)];
    const own = cellShapes(series, spec, { width: cellWidth, height, nameLines, isLabelledAtEnds }, scale);
    return own.map((shape) => moved(shape, x, y));
  });
  return { width, height: Math.round(rows * whole + (rows - 1) * GAP), shapes };
}

function cellShapes(
  series: ChartSeries,
  spec: ChartSpec,
  cell: Cell & { width: number; nameLines: number },
  scale: ChartScale,
): Shape[] {
  const head = cell.nameLines * NAME_LINE;
  const size = { width: cell.width, height: head + cell.height };
  const room = { left: 0, right: 0, top: head + 22, below: roomBelow(scale) };
  const places = placesOf(spec.years.map(String), size, room, scale);
  const known = series.points.filter(({ at }) => at !== null);
  const ends = [known[0], known.at(-1)];
  const names = wrapped(series.name, cell.width / 6.7);
  return [
    ...names.map((line, index) => words(0, 12 + index * NAME_LINE, line, "name", "start")),
    ...series.points.flatMap((point) => barShapes(point, spec.year, places, 0.34)),
    path(
      [
        [0, places.y(0)],
        [cell.width, places.y(0)],
      ],
      "axis",
    ),
    ...known
      .filter((point) => !cell.isLabelledAtEnds || (ends.includes(point) && hasRoom(point, ends, places)))
      .map((point) => endWords(point, point === ends[0] && ends[0] !== ends[1], cell, spec, places)),
    ...yearWords(spec, cell, places),
    ...(known.length === 0 ? emptyWords(series, cell.width, places) : []),
    // Small groups have no room to say it; the years at their ends tell where a bar is lacking.
    ...(known.length === 0 || cell.isLabelledAtEnds
      ? []
      : series.points.flatMap((point, index) => (point.at === null ? absentWords(series.points, index, places) : []))),
  ];
}

/** The first figure gives way where it would stand on the last. */
function hasRoom(point: ChartPoint, [first, last]: (ChartPoint | undefined)[], places: Places): boolean {
  if (point !== first || !last || first === last) return true;
  const apart = places.x(String(last.year)) - places.x(String(first.year)) + places.column;
  return apart > widthOf(first.label) + widthOf(last.label) + 4;
}

/** The figure over its bar; where bars are narrow, it begins or ends with its bar. */
function endWords(point: ChartPoint, isFirst: boolean, cell: Cell, spec: ChartSpec, places: Places): Shape {
  const y = (point.at ?? 0) < 0 ? places.y(point.at ?? 0) + 17 : places.y(point.at ?? 0) - 6;
  const shape = figureWords(point, places.x(String(point.year)), y, point.year === spec.year);
  if (!cell.isLabelledAtEnds || shape.kind !== "text" || widthOf(point.label) < places.column) return shape;
  const shift = places.column / 2 - 2;
  return isFirst
    ? { ...shape, x: tenth(shape.x - shift), anchor: "start" }
    : { ...shape, x: tenth(shape.x + shift), anchor: "end" };
}

/** Years under the bars: all of them, or the first and the last where there is no room. */
function yearWords(spec: ChartSpec, cell: Cell & { width: number }, places: Places): Shape[] {
  const isNarrow = places.column < 36;
  return spec.years.flatMap((year, index) => {
    const isCurrent = year === spec.year;
    if (isNarrow && index > 0 && index < spec.years.length - 1) return [];
    const [x, anchor] = !isNarrow
      ? ([places.x(String(year)), "middle"] as const)
      : index === 0
        ? ([0, "start"] as const)
        : ([cell.width, "end"] as const);
    return [words(x, places.bottom + 18, String(year), isCurrent ? "column current" : "column", anchor)];
  });
}

/** Where a group has no figure at all, why. */
function emptyWords({ points }: ChartSeries, width: number, places: Places): Shape[] {
  const why = [...new Set(points.map(({ label }) => label))].join(", ");
  return wrappedWords({ x: width / 2, y: places.bottom - 10, width, grows: "up" }, why, "quiet");
}

function moved(shape: Shape, x: number, y: number): Shape {
  if (shape.kind !== "path") return { ...shape, x: tenth(shape.x + x), y: tenth(shape.y + y) };
  const d = shape.d.replace(/([ML])(-?[\d.]+) (-?[\d.]+)/g, (_, letter: string, left: string, top: string) => {
    return `${letter}${tenth(Number(left) + x)} ${tenth(Number(top) + y)}`;
  });
  return { ...shape, d };
}

/** Height of a group's bars with the years under them. */
export const cellHeight = { grouped: 150 + FOOT, units: 74 + FOOT } as const;
