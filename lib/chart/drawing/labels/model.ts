import { boxOf, isOver, partWithin, type Box, type Spot } from "../box/model";
import { tenth, type Words } from "../model";

/** What words have to find their place among. */
export type Around = {
  /** Words that stand already. */
  taken: Box[];
  /** Drawn lines: words may stand on one, but rather not. */
  lines: readonly (readonly [Spot, Spot])[];
  /** Every mark in the drawing; words stand nearest to their own. */
  marks: readonly Spot[];
  /** Highest and lowest line words may stand on. */
  top: number;
  bottom: number;
};

const STEP = 4;
/** What it costs to stand on a line, on a mark, or nearer to another's mark than to its own; a step away costs one. */
const costs = { line: 5, mark: 8, astray: 12 } as const;
/** Half a mark. */
const HALF = 3;

/** Words at the best height above or below their mark, at most so far away: never on other words; null where every height is taken. */
export function placed(words: Words, mark: Spot, around: Around, most = Infinity): Words | null {
  const candidates: { one: Words; cost: number }[] = [];
  for (const [from, way] of [
    [mark[1] - 10, -STEP],
    [mark[1] + 19, STEP],
  ] as const) {
    for (let step = 0; step * STEP <= most; step += 1) {
      const one = { ...words, y: tenth(from + step * way) };
      if (one.y < around.top || one.y > around.bottom) break;
      const box = boxOf(one);
      if (around.taken.some((other) => isOver(box, other))) continue;
      // Above rather than below; a name more so, which is read before what it names.
      const below = way < 0 ? 0 : words.look === "name" ? 5 : 0.5;
      candidates.push({ one, cost: step + below + costOf(box, mark, around) });
    }
  }
  const [best] = candidates.sort((a, b) => a.cost - b.cost);
  if (!best) return null;
  around.taken.push(boxOf(best.one));
  return best.one;
}

function costOf(box: Box, [x, y]: Spot, { lines, marks }: Around): number {
  const middle = (box.top + box.bottom) / 2;
  const own = Math.abs(y - middle);
  const crossed = lines.filter(([from, to]) => partWithin(from, to, box) !== null);
  const covered = marks.filter(([left, top]) =>
    isOver(box, { left: left - HALF, right: left + HALF, top: top - HALF, bottom: top + HALF }),
  );
  const nearer = marks.filter(([left, top]) => left === x && Math.abs(top - middle) < own);
  return crossed.length * costs.line + covered.length * costs.mark + nearer.length * costs.astray;
}
