import { targetColumn } from "@/lib/chart/column/model";
import type { ChartSpec } from "@/lib/chart/model";
import { wrapped } from "@/lib/chart/wrap/model";
import { path, words, type Anchor, type Shape, type WordLook, type Words } from "../model";
import type { Places } from "../place/model";

const LINE = 15;
/** Nearer than this, words at two levels stand on each other. */
const CLOSE = 20;
/** Average width of a letter of a level's words. */
const LETTER = 6.6;

/** Short words, one to a line where the room is too narrow for all of them; upwards they end at y. */
export function wrappedWords(
  { x, y, width, grows }: { x: number; y: number; width: number; grows: "up" | "down" },
  text: string,
  look: WordLook,
  anchor: Anchor = "middle",
): Words[] {
  const lines = wrapped(text, width / LETTER);
  const first = grows === "up" ? y - (lines.length - 1) * LINE : y;
  return lines.map((line, index) => words(x, first + index * LINE, line, look, anchor));
}

/** The target as a thin dotted line that ends in a mark in a column of its own; benchmarks as diamonds in their year. */
export function levelShapes(spec: ChartSpec, places: Places): Shape[] {
  const column = targetColumn(spec);
  const goal = spec.target && column !== null ? places.y(spec.target.at) : null;
  return [
    ...(spec.target && column !== null
      ? goalShapes(spec.target.label, places.x(column), places.y(spec.target.at), places)
      : []),
    ...spec.benchmarks.flatMap(({ year, at, label }): Shape[] => {
      const [x, y] = [places.x(String(year)), places.y(at)];
      const beside = x + places.column / 2 + 2;
      const longest = Math.max(...label.split(" ").map((word) => word.length * LETTER));
      // Words beside it reach into the target's column: under its mark where both lie at one height.
      const line = goal !== null && Math.abs(y - goal) < CLOSE ? Math.max(y + 4, goal + CLOSE - 4) : y + 4;
      const room = { y: line, width: places.column * 0.95, grows: "down" as const };
      return [
        { kind: "path", d: `M${x} ${y - 6}l6 6-6 6-6-6z`, look: "benchmark" },
        ...(beside + longest <= places.right + 4
          ? wrappedWords({ ...room, x: beside }, label, "quiet", "start")
          : wrappedWords({ ...room, x, y: y + 20, width: places.column * 1.6 }, label, "quiet")),
      ];
    }),
  ];
}

function goalShapes(label: string, x: number, y: number, places: Places): Shape[] {
  const half = Math.min(26, places.column / 2 - 4);
  return [
    path(
      [
        [places.left, y],
        [x - half, y],
      ],
      "goal-line",
    ),
    path(
      [
        [x - half, y],
        [x + half, y],
      ],
      "goal",
    ),
    ...wrappedWords({ x, y: y - 8, width: places.column, grows: "up" }, label, "quiet current"),
  ];
}
