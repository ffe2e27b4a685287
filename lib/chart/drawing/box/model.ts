import { widthOf, type Words } from "../model";

/** About what words cover, or a mark does. */
export type Box = { left: number; right: number; top: number; bottom: number };
/** A point in a drawing. */
export type Spot = readonly [x: number, y: number];

/** Height of letters above their line, and below it. */
const [ASCENT, DESCENT] = [10, 3];
/** Width of the raised e of an estimate. */
const RAISED = 6;

/** What words cover. */
export function boxOf({ x, y, text, anchor, isEstimated }: Words): Box {
  const width = widthOf(text) + (isEstimated ? RAISED : 0);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - ASCENT, bottom: y + DESCENT };
}

/** Whether two boxes cover something in common. */
export function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The part of a line, from 0 to 1, that runs through a box; null where it passes it by. */
export function partWithin([x1, y1]: Spot, [x2, y2]: Spot, box: Box): [from: number, to: number] | null {
  let [from, to] = [0, 1];
  for (const [start, way, low, high] of [
    [x1, x2 - x1, box.left, box.right],
    [y1, y2 - y1, box.top, box.bottom],
  ] as const) {
    if (way === 0) {
      if (start <= low || start >= high) return null;
      continue;
    }
    const [one, other] = [(low - start) / way, (high - start) / way];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from < to ? [from, to] : null;
}
