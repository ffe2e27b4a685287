import { boxOf, partWithin, type Box, type Spot } from "../box/model";
import { path, type Drawing, type MarkLook, type Shape, type Words } from "../model";

/** Lines that only help reading; they make room for words. */
export const yieldingLooks: readonly MarkLook[] = ["goal-line", "break", "grid"];

/** Room a line leaves before and after words. */
const MARGIN = 3;
/** A shorter rest of a line reads as dirt. */
const SHORTEST = 5;

/**
 * Lines that help reading are left out where words stand: a figure struck through by its target cannot be read, and
 * on paper no halo keeps them apart.
 */
export function cleared({ shapes, ...size }: Drawing): Drawing {
  const boxes = shapes
    .filter((shape): shape is Words => shape.kind === "text")
    .map(boxOf)
    .map(({ left, right, ...rest }) => ({ left: left - MARGIN, right: right + MARGIN, ...rest }));
  return {
    ...size,
    shapes: shapes.map((shape) =>
      shape.kind === "path" && yieldingLooks.includes(shape.look) ? interrupted(shape, boxes) : shape,
    ),
  };
}

/** The straight pieces of a path. */
export function piecesOf(d: string): [Spot, Spot][] {
  const pieces: [Spot, Spot][] = [];
  let last: Spot | null = null;
  for (const [, letter, x, y] of d.matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g)) {
    const spot: Spot = [Number(x), Number(y)];
    if (letter === "L" && last) pieces.push([last, spot]);
    last = spot;
  }
  return pieces;
}

function interrupted(shape: Extract<Shape, { kind: "path" }>, boxes: readonly Box[]): Shape {
  const pieces = piecesOf(shape.d);
  const kept = pieces.flatMap(([from, to]) => rests(from, to, boxes));
  if (kept.length === pieces.length && kept.every(([from, to], at) => from === pieces[at]![0] && to === pieces[at]![1]))
    return shape;
  return path(
    kept.flatMap(([from, to]) => [[...from], [...to], null] as ([number, number] | null)[]),
    shape.look,
    shape.isDashed,
  );
}

/** What is left of a line between the words on it. */
function rests(from: Spot, to: Spot, boxes: readonly Box[]): [Spot, Spot][] {
  const taken = boxes.flatMap((box) => {
    const part = partWithin(from, to, box);
    return part ? [part] : [];
  });
  if (taken.length === 0) return [[from, to]];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const at = (part: number): Spot => [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
  const left: [Spot, Spot][] = [];
  let free = 0;
  for (const [start, end] of [...taken.sort((a, b) => a[0] - b[0]), [1, 1] as [number, number]]) {
    if ((start - free) * length >= SHORTEST) left.push([at(free), at(start)]);
    free = Math.max(free, end);
  }
  return left;
}
