import type { ChartSeries, ChartSpec, ChartStep } from "@/lib/chart/model";
import { wrapped } from "@/lib/chart/wrap/model";
import { hatch, path, rect, words, widthOf, type Drawing, type Shape } from "../model";

const LINE = 15;
/** Width of the names in a wide drawing; a narrow one has them above their bars. */
const NAMES = 236;

/** Rows from the earlier year's figure to the later one's: each step where the one before left off, with its amount. */
export function waterfallDrawing(spec: ChartSpec, width: number): Drawing {
  const steps = spec.steps ?? [];
  const isWide = width > 500;
  const values = Math.max(48, ...steps.map(({ label }) => widthOf(label) + 12));
  const [left, right] = [isWide ? NAMES : 0, width - values];
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const at = (value: number) => left + ((value - low) / (high - low || 1)) * (right - left);
  const shapes: Shape[] = [];
  let y = 0;
  for (const [index, step] of steps.entries()) {
    const { head, height } = headOf(step, width, isWide);
    const top = y + (isWide ? (height - 20) / 2 : height - 26);
    const [from, to] = [at(Math.min(step.from, step.to)), at(Math.max(step.from, step.to))];
    const next = steps[index + 1];
    shapes.push(
      path(
        [
          [0, y],
          [width, y],
        ],
        "grid",
      ),
      ...head.map(({ text, look, line }) => words(0, y + 16 + line * LINE, text, look, "start")),
      ...barOf(step, from, top, Math.max(1.5, to - from)),
      words(width, top + 15, step.label, step.look === "whole" ? "value current" : "value", "end"),
    );
    // What the next step begins with is where this one ended.
    if (next) {
      const below = headOf(next, width, isWide);
      const end = y + height + (isWide ? (below.height - 20) / 2 : below.height - 26);
      shapes.push(
        path(
          [
            [at(step.to), top + 20],
            [at(step.to), end],
          ],
          "leader",
        ),
      );
    }
    y += height;
  }
  return { width, height: Math.round(y) + 2, shapes };
}

function headOf(step: ChartStep, width: number, isWide: boolean) {
  const room = (isWide ? NAMES - 16 : width) / 6.7;
  const names = wrapped(step.name, room).map(
    (text) => ({ text, look: step.look === "whole" ? "name" : "value" }) as const,
  );
  const hows = step.how === "" ? [] : wrapped(step.how, room).map((text) => ({ text, look: "quiet" }) as const);
  const head = [...names, ...hows].map((one, line) => ({ ...one, line }));
  return { head, height: isWide ? Math.max(36, head.length * LINE + 12) : head.length * LINE + 38 };
}

/** The years' own figures solid, what raised it tinted, what lowered it hatched: told apart without colours. */
function barOf({ look }: ChartStep, x: number, y: number, width: number): Shape[] {
  if (look === "whole") return [rect(x, y, width, 20, "bar current")];
  if (look === "up") return [rect(x, y, width, 20, "bar earlier")];
  return [rect(x, y, width, 20, "bar estimated"), hatch(x, y, width, 20)];
}

/** A row for each KPI on a scale of its own: a bar to the figure, an upright mark at the target, both in words. */
export function bulletDrawing(spec: ChartSpec, width: number): Drawing {
  const isWide = width > 500;
  const shapes: Shape[] = [];
  let y = 0;
  for (const series of spec.series) {
    const height = isWide ? 46 : 72;
    const left = isWide ? NAMES : 0;
    const right = isWide ? width - 210 : width;
    shapes.push(
      path(
        [
          [0, y],
          [width, y],
        ],
        "grid",
      ),
      ...bulletShapes(series, spec, { y, left, right, width, isWide }),
    );
    y += height;
  }
  return { width, height: y + 4, shapes };
}

type Row = { y: number; left: number; right: number; width: number; isWide: boolean };

function bulletShapes(series: ChartSeries, spec: ChartSpec, { y, left, right, width, isWide }: Row): Shape[] {
  const point = series.points.find(({ year }) => year === spec.year);
  const goal = series.goal?.level ?? null;
  const ends = [0, ...(point?.at == null ? [] : [point.at]), ...(goal ? [goal.at] : [])];
  // A share is drawn on all of a hundred unless it is small; everything else with a little room beyond the larger of the two.
  const largest = Math.max(...ends);
  const high = series.unitOfMeasure === "%" && largest > 20 ? Math.max(100, largest) : largest * 1.1;
  const low = Math.min(...ends) * 1.1;
  const at = (value: number) => left + ((value - low) / (high - low || 1)) * (right - left);
  const top = isWide ? y + 15 : y + 26;
  const figure = point
    ? `${point.label}${point.at === null || series.unitOfMeasure === "" ? "" : ` ${series.unitOfMeasure}`}`
    : "";
  const state = [goal ? `${goal.label} (${goal.year})` : "", series.goal?.state ?? ""]
    .filter((text) => text !== "")
    .join(" · ");
  const bar = (): Shape[] => {
    if (!point || point.at === null) return [];
    const [from, to] = [at(Math.min(0, point.at)), at(Math.max(0, point.at))];
    const box = [from, top, Math.max(1.5, to - from), 16] as const;
    return point.isEstimated ? [rect(...box, "bar estimated"), hatch(...box)] : [rect(...box, "bar current")];
  };
  const names = wrapped(series.name, (isWide ? NAMES - 16 : width - widthOf(figure) - 24) / 6.7).slice(0, 2);
  return [
    ...names.map((line, index) =>
      words(
        0,
        isWide ? y + (names.length === 1 ? 28 : 20) + index * LINE : y + 18 + index * LINE,
        line,
        "name",
        "start",
      ),
    ),
    path(
      [
        [left, top + 16],
        [right, top + 16],
      ],
      "axis",
    ),
    ...bar(),
    ...(goal
      ? [
          path(
            [
              [at(goal.at), top - 5],
              [at(goal.at), top + 21],
            ],
            "goal",
          ),
        ]
      : []),
    isWide
      ? words(right + 14, y + 20, figure, "value current", "start")
      : words(width, y + 18, figure, "value current", "end"),
    ...(state === ""
      ? []
      : [isWide ? words(right + 14, y + 36, state, "quiet", "start") : words(0, top + 36, state, "quiet", "start")]),
  ];
}
