import type { PlacedPoint } from "@/lib/chart/crowding/model";
import type { ChartSpec } from "@/lib/chart/model";
import { figureWords } from "../bars/model";
import { boxOf, type Spot } from "../box/model";
import { piecesOf } from "../clear/model";
import { placed, type Around } from "../labels/model";
import { widthOf, words, type Shape, type Words } from "../model";
import type { Places } from "../place/model";

/** Width of a column that holds a figure of every line without crowding. */
const roomForFigure = 62;
/** How far a figure between the ends may stand from its mark. */
const near = 8;

/** A line with those of its points that have a figure. */
export type Line = { name: string; known: readonly PlacedPoint[] };

/**
 * The words of several lines among what is drawn. Figures at the ends find their places first, the highest and the
 * lowest before those between; then names; then the other figures. One without a place, or in a narrow drawing all
 * between the ends, stands in the table alone.
 */
export function severalWords(
  spec: ChartSpec,
  lines: readonly Line[],
  places: Places,
  drawn: readonly Shape[],
): Words[] {
  const at = (point: PlacedPoint): Spot => [places.x(String(point.year)), places.y(point.at)];
  const around: Around = {
    taken: drawn.flatMap((shape) => (shape.kind === "text" ? [boxOf(shape)] : [])),
    lines: drawn.flatMap((shape) =>
      shape.kind === "path" && /^(line|goal|axis)/.test(shape.look) ? piecesOf(shape.d) : [],
    ),
    marks: lines.flatMap(({ known }) => known.map(at)),
    ...{ top: 11, bottom: places.bottom - 4 },
  };
  const figure = (point: PlacedPoint, most?: number) =>
    placed(figureWords(point, ...at(point), point.year === spec.year), at(point), around, most) ?? [];
  const firsts = lines.flatMap(({ known }) => known[0] ?? []);
  const lasts = lines.flatMap(({ known }) => (known.length > 1 ? known.at(-1)! : []));
  const ends = [...fromOutside(firsts), ...fromOutside(lasts)];
  const between = places.column < roomForFigure ? [] : lines.flatMap(({ known }) => known.slice(1, -1));
  return [
    ...ends.flatMap((point) => figure(point)),
    ...fromOutside(lines.map((line) => ({ ...line, at: line.known[0]?.at ?? 0 }))).flatMap(
      (line) => nameOf(line, places, at, around) ?? [],
    ),
    ...between.flatMap((point) => figure(point, near)),
  ];
}

/** A line's name at its first point, or at the next that has a place for it. */
function nameOf({ name, known }: Line, places: Places, at: (point: PlacedPoint) => Spot, around: Around): Words | null {
  for (const point of known) {
    const mark = at(point);
    const x = Math.max(places.left, Math.min(mark[0] - 16, places.right - widthOf(name)));
    const found = placed(words(x, mark[1], name, "name", "start"), mark, around);
    if (found) return found;
  }
  return null;
}

/** The highest, the lowest, then those between. */
function fromOutside<Of extends { at: number }>(all: readonly Of[]): Of[] {
  const sorted = [...all].sort((a, b) => b.at - a.at);
  return [...sorted.slice(0, 1), ...sorted.slice(1).reverse()];
}
