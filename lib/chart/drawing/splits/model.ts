import type { ChartSeries, ChartSpec } from "@/lib/chart/model";
import { wrapped } from "@/lib/chart/wrap/model";
import { path, rect, words, type Drawing, type Shape } from "../model";

const LINE = 15;
const HEAD = 20;

/** Where one row stands: its bar from left to right, and the words beside it. */
type Row = { y: number; left: number; right: number; width: number; isWide: boolean };

/**
 * Splits of one year under each other: men from the left, women from the right, and a bracket around the middle where
 * the line between them satisfies the target.
 */
export function splitsDrawing(spec: ChartSpec, width: number): Drawing {
  const isWide = width > 500;
  const [left, right] = isWide ? [172, width - 190] : [0, width];
  const height = isWide ? 42 : 70;
  const { men, women } = spec.words;
  return {
    width,
    height: HEAD + spec.series.length * height,
    shapes: [
      words(left, 12, men, "quiet", "start"),
      words(right, 12, women, "quiet", "end"),
      ...spec.series.flatMap((series, index) =>
        rowShapes(series, spec, { y: HEAD + index * height, left, right, width, isWide }),
      ),
    ],
  };
}

function rowShapes(series: ChartSeries, spec: ChartSpec, { y, left, right, width, isWide }: Row): Shape[] {
  const point = series.points.find(({ year }) => year === spec.year);
  const goal = series.goal?.level ?? null;
  const top = isWide ? y + 8 : y + 20;
  const at = (share: number) => left + (share / 100) * (right - left);
  const said = [series.goal?.state ?? "", goal?.label ?? ""].filter((text) => text !== "").join(" · ");
  const names = wrapped(series.name, (isWide ? left - 16 : width) / 6.7);
  return [
    ...names.map((line, index) =>
      words(0, (isWide && names.length > 1 ? y + 18 : isWide ? y + 25 : y + 14) + index * LINE, line, "name", "start"),
    ),
    ...(point && point.at !== null
      ? barShapes(point.label, 100 - point.at, at, top)
      : [words(left, top + 17, point?.label ?? "", "quiet", "start")]),
    ...(goal ? [bracket(Math.min(goal.at, 100 - goal.at), at, top)] : []),
    words(isWide ? right + 14 : 0, isWide ? y + 25 : top + 44, said, "quiet", "start"),
  ];
}

function barShapes(label: string, men: number, at: (share: number) => number, top: number): Shape[] {
  const [menText = "", womenText = ""] = label.split("/");
  const [from, between, to] = [at(0), at(men), at(100)];
  const room = 24;
  return [
    rect(from, top, Math.max(0, between - from - 1), 24, "part one"),
    rect(between + 0.5, top, Math.max(0, to - between - 0.5), 24, "part two"),
    ...(between - from < room ? [] : [words(from + 8, top + 17, menText, "value on-dark", "start")]),
    ...(to - between < room ? [] : [words(to - 8, top + 17, womenText, "value current", "end")]),
  ];
}

function bracket(limit: number, at: (share: number) => number, top: number): Shape {
  const [from, to] = [at(limit), at(100 - limit)];
  return path(
    [
      [from, top - 4],
      [from, top + 29],
      [to, top + 29],
      [to, top - 4],
    ],
    "goal",
  );
}
