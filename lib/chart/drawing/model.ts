/** How marks look: each has a rule in components/report/drawing.css, and one for files in lib/chart/file. */
export const markLooks = [
  "axis",
  "grid",
  "bar current",
  "bar earlier",
  "bar estimated",
  "hatch",
  "part one",
  "part two",
  "part three",
  "part four",
  "line one",
  "line two",
  "line three",
  "line four",
  "point one",
  "point two",
  "point three",
  "point four",
  "point one hollow",
  "point two hollow",
  "point three hollow",
  "point four hollow",
  "goal",
  "goal-line",
  "benchmark",
  "break",
  "leader",
] as const;

/** How words in a drawing look. */
export const wordLooks = [
  "value",
  "value current",
  "value on-dark",
  "column",
  "column current",
  "name",
  "quiet",
  "quiet current",
] as const;

/** Look of a mark. */
export type MarkLook = (typeof markLooks)[number];
/** Look of words. */
export type WordLook = (typeof wordLooks)[number];

/** Something drawn, in the drawing's own pixels. */
export type Shape =
  | { kind: "rect"; x: number; y: number; width: number; height: number; look: MarkLook }
  | { kind: "path"; d: string; look: MarkLook; isDashed?: boolean }
  | { kind: "circle"; x: number; y: number; r: number; look: MarkLook }
  | { kind: "text"; x: number; y: number; text: string; look: WordLook; anchor: Anchor; isEstimated?: boolean };

/** Words in a drawing. */
export type Words = Extract<Shape, { kind: "text" }>;

/** Which end of the words stands at their place. */
export type Anchor = "start" | "middle" | "end";

/** A drawing that needs nothing but itself: where everything is, and how it looks. */
export type Drawing = { width: number; height: number; shapes: Shape[] };

/** A tenth of a pixel is more than anybody sees. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A filled box; nothing where it has no height. */
export function rect(x: number, y: number, width: number, height: number, look: MarkLook): Shape {
  return { kind: "rect", x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height), look };
}

/** Words at a place. */
export function words(x: number, y: number, text: string, look: WordLook, anchor: Anchor = "middle"): Words {
  return { kind: "text", x: tenth(x), y: tenth(y), text, look, anchor };
}

/** A path through some points; it begins anew at each null. */
export function path(points: readonly ([number, number] | null)[], look: MarkLook, isDashed = false): Shape {
  const d = points
    .map((point, index) => {
      if (point === null) return "";
      return `${index === 0 || points[index - 1] === null ? "M" : "L"}${tenth(point[0])} ${tenth(point[1])}`;
    })
    .join("");
  return isDashed ? { kind: "path", d, look, isDashed } : { kind: "path", d, look };
}

/** Distance of the lines of a hatching. */
const HATCH = 6;

/** Lines from lower left to upper right across a box: an estimate, also on paper without colours. */
export function hatch(x: number, y: number, width: number, height: number): Shape {
  const points: ([number, number] | null)[] = [];
  for (let sum = x + y + HATCH; sum < x + y + width + height; sum += HATCH) {
    const left = Math.max(x, sum - (y + height));
    const right = Math.min(x + width, sum - y);
    points.push([left, sum - left], [right, sum - right], null);
  }
  return path(points, "hatch");
}

/** Average width of a letter, and of a figure, at the size drawings are written in. */
const LETTER = 6.7;

/** About how wide a text will be. */
export function widthOf(text: string): number {
  return text.length * LETTER;
}
