import type { ChartPoint, ChartSeries, ChartSpec } from "@/lib/chart/model";
import { wrapped } from "@/lib/chart/wrap/model";
import { hatch, path, rect, words, widthOf, type Drawing, type Shape } from "../model";
import { NAMES } from "../rows/model";

const LINE = 15;
/** Height of a bar. */
const BAR = 16;
/** A bar of more than so many targets is cut, for the others to be seen. */
const most = 2.5;
/** The cut in such a bar: how far before its end, and how wide. */
const [before, gap] = [14, 4];

type Row = { y: number; left: number; right: number; width: number; isWide: boolean };
/** From where to where bars reach, in parts of their targets. */
type Reach = { low: number; high: number };

/**
 * A row for each KPI: a bar to the figure, an upright mark at the target, both in words. All targets stand on one line,
 * so that what is short of its target and what is past it are seen down the page; a figure without a target has a scale
 * of its own.
 */
export function bulletDrawing(spec: ChartSpec, width: number): Drawing {
  const isWide = width > 500;
  const reach = reachOf(spec);
  const height = isWide ? 46 : 72;
  const [left, right] = isWide ? [NAMES, width - 210] : [0, width];
  const shapes = spec.series.flatMap((series, index): Shape[] => {
    const y = index * height;
    return [
      path(
        [
          [0, y],
          [width, y],
        ],
        "grid",
      ),
      ...rowShapes(series, spec, reach, { y, left, right, width, isWide }),
    ];
  });
  return { width, height: spec.series.length * height + 4, shapes };
}

function reachOf(spec: ChartSpec): Reach {
  const parts = spec.series.flatMap((series) => {
    const point = pointOf(series, spec);
    return point?.at == null ? [] : (partOfGoal(series, point.at) ?? []);
  });
  return {
    low: Math.max(-1, Math.min(0, ...parts)),
    high: Math.min(most, Math.max(1.1, ...parts.map((part) => part * 1.02))),
  };
}

/** How much of its target a figure is; null without one that can be divided by. */
function partOfGoal({ goal }: ChartSeries, at: number): number | null {
  return goal?.level && goal.level.at > 0 ? at / goal.level.at : null;
}

function pointOf({ points }: ChartSeries, { year }: ChartSpec): ChartPoint | undefined {
  return points.find((point) => point.year === year);
}

/** Where the figures of a row stand. */
function scaleOf(series: ChartSeries, own: number | null, reach: Reach, { left, right }: Row) {
  const placed = (value: number, { low, high }: Reach) => left + ((value - low) / (high - low || 1)) * (right - left);
  if (partOfGoal(series, 0) !== null) return (value: number) => placed(partOfGoal(series, value) ?? 0, reach);
  const ends = [0, own ?? 0, series.goal?.level?.at ?? 0];
  // A share is drawn on all of a hundred unless it is small; everything else with a little room beyond the larger.
  const largest = Math.max(...ends);
  const high = series.unitOfMeasure === "%" && largest > 20 ? Math.max(100, largest) : largest * 1.1;
  return (value: number) => placed(value, { low: Math.min(...ends) * 1.1, high });
}

function rowShapes(series: ChartSeries, spec: ChartSpec, reach: Reach, row: Row): Shape[] {
  const point = pointOf(series, spec);
  const goal = series.goal?.level ?? null;
  const at = scaleOf(series, point?.at ?? null, reach, row);
  const top = row.isWide ? row.y + 15 : row.y + 26;
  return [
    ...rowWords(series, point, top, row),
    path(
      [
        [row.left, top + BAR],
        [row.right, top + BAR],
      ],
      "axis",
    ),
    ...(point && point.at !== null ? barShapes(point, at, top, row) : []),
    ...(goal
      ? [
          path(
            [
              [at(goal.at), top - 5],
              [at(goal.at), top + BAR + 5],
            ],
            "goal",
          ),
        ]
      : []),
  ];
}

/** The bar between zero and the figure; one that would end beyond the drawing is cut before its end. */
function barShapes(point: ChartPoint, at: (value: number) => number, top: number, { left, right }: Row): Shape[] {
  const [from, to] = [at(Math.min(0, point.at ?? 0)), at(Math.max(0, point.at ?? 0))];
  const [start, end] = [Math.max(left, from), Math.min(right, to)];
  const cut = to > right + 0.5 ? end - before : from < left - 0.5 ? start + before - gap : null;
  const pieces =
    cut === null
      ? [[start, Math.max(start + 1.5, end)] as const]
      : ([
          [start, cut],
          [cut + gap, end],
        ] as const);
  return pieces.flatMap(([x, until]) => {
    const box = [x, top, until - x, BAR] as const;
    return point.isEstimated ? [rect(...box, "bar estimated"), hatch(...box)] : [rect(...box, "bar current")];
  });
}

function rowWords(series: ChartSeries, point: ChartPoint | undefined, top: number, row: Row): Shape[] {
  const { y, right, width, isWide } = row;
  const goal = series.goal?.level ?? null;
  const unit = point?.at === null || series.unitOfMeasure === "" ? "" : ` ${series.unitOfMeasure}`;
  const figure = point ? `${point.label}${unit}` : "";
  const state = [goal ? `${goal.label} (${goal.year})` : "", series.goal?.state ?? ""]
    .filter((text) => text !== "")
    .join(" · ");
  const names = wrapped(series.name, (isWide ? NAMES - 16 : width - widthOf(figure) - 24) / 6.7).slice(0, 2);
  const first = isWide ? y + (names.length === 1 ? 28 : 20) : y + 18;
  return [
    ...names.map((line, index) => words(0, first + index * LINE, line, "name", "start")),
    isWide
      ? words(right + 14, y + 20, figure, "value current", "start")
      : words(width, y + 18, figure, "value current", "end"),
    ...(state === ""
      ? []
      : [isWide ? words(right + 14, y + 36, state, "quiet", "start") : words(0, top + 36, state, "quiet", "start")]),
  ];
}
