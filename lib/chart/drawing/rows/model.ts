import type { ChartSpec, ChartStep } from "@/lib/chart/model";
import { wrapped } from "@/lib/chart/wrap/model";
import { hatch, path, rect, words, widthOf, type Drawing, type Shape } from "../model";

const LINE = 15;
/** Width of the names in a wide drawing; a narrow one has them above their bars. */
export const NAMES = 236;

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
