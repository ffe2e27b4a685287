/** How far beside a circle a place may stand that lies on it: twice what rounding moves it. */
const UNSEEN = 0.02;
/** How far the hands of a Bézier curve reach that draws a quarter of a circle. */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1);

/**
 * A page's content with its lines and words placed to a hundredth of a pixel, which is finer than any printer; its filled
 * rectangles as such instead of line by line; and its circles in four quarters: Chromium writes sixteen curves or more,
 * and each circle twice.
 */
export function shortLines(content: string): string {
  return content
    .replace(/^[-\d. ]+ (?:m|l|c|v|y|re|Tm)$/gm, (line) =>
      line.replace(/\d*\.\d{3,}/g, (number) => short(Number(number))),
    )
    .replace(/^[-\d. ]+ m\n(?:(?:[-\d. ]+ c\n){4}){4,}h$/gm, circle)
    .replace(/(?:^(?:[-\d. ]+ [mlc]|h)\n)+(?=f\*?$)/gm, rectangles);
}

/** Four corners in a row, of a path that is filled and therefore closed. */
function rectangles(path: string): string {
  const corner = /^([-\d.]+) ([-\d.]+) m\n([-\d.]+) \2 l\n\3 ([-\d.]+) l\n\1 \4 l\n(?:h\n)?(?![-\d. ]+ [lc]\n)/gm;
  return path.replace(corner, (_, left: string, top: string, right: string, bottom: string) => {
    const [width, height] = [Number(right) - Number(left), Number(bottom) - Number(top)];
    return `${left} ${top} ${short(width)} ${short(height)} re\n`;
  });
}

/** A closed path of curves as four, if all of them end on a circle; otherwise as it is. */
function circle(path: string): string {
  const ends = path
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split(" ").slice(-3, -1).map(Number) as Point);
  const quarter = (ends.length - 1) / 4;
  const quarters = [0, 1, 2, 3, 4].map((at) => ends[at * quarter]!);
  const centre = [0, 1].map((axis) => (quarters[0]![axis]! + quarters[2]![axis]!) / 2) as Point;
  const radius = distance(quarters[0]!, centre);
  if (!ends.every((end) => Math.abs(distance(end, centre) - radius) < UNSEEN)) return path;
  const hand = (from: Point, to: Point) =>
    from.map((place, axis) => short(place + QUARTER * (to[axis]! - centre[axis]!))).join(" ");
  const curves = quarters
    .slice(1)
    .map((to, at) => `${hand(quarters[at]!, to)} ${hand(to, quarters[at]!)} ${to.map(short).join(" ")} c\n`);
  return `${quarters[0]!.map(short).join(" ")} m\n${curves.join("")}h`;
}

type Point = [x: number, y: number];

function distance([x, y]: Point, [fromX, fromY]: Point): number {
  return Math.hypot(x - fromX, y - fromY);
}

function short(place: number): string {
  return String(Math.round(place * 100) / 100).replace(/^(-?)0\./, "$1.");
}
