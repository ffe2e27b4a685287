import { targetColumn } from "@/lib/chart/column/model";
import type { ChartSpec } from "@/lib/chart/model";
import type { ChartScale } from "@/lib/chart/scale/model";
import { path, tenth, widthOf, words, type Shape } from "../model";

/** Room around the columns: above for labels, at the sides for names; below where figures stand under what is negative. */
export type Room = { left: number; right: number; top: number; below?: number };

/** Room for a figure under a negative one's mark; none where nothing is negative. */
export function roomBelow(scale: Pick<ChartScale, "minimum">): number {
  return scale.minimum < 0 ? 18 : 0;
}

/** Height of the line of years under the columns. */
export const FOOT = 28;

/** Where things stand in a drawing with a column for each year, and one for the target. */
export type Places = {
  x: (column: string) => number;
  y: (value: number) => number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  column: number;
};

/** Divides a drawing into its columns. */
export function placesOf(
  columns: readonly string[],
  { width, height }: { width: number; height: number },
  room: Room,
  scale: Pick<ChartScale, "minimum" | "maximum">,
): Places {
  const [left, right, top, bottom] = [room.left, width - room.right, room.top, height - FOOT];
  const column = (right - left) / Math.max(1, columns.length);
  const lowest = bottom - (room.below ?? 0);
  const range = scale.maximum - scale.minimum || 1;
  return {
    x: (name) => tenth(left + column * (columns.indexOf(name) + 0.5)),
    y: (value) => tenth(lowest - ((value - scale.minimum) / range) * (lowest - top)),
    ...{ left, right, top, bottom, column },
  };
}

/** The columns of a chart by year. */
export function columnsOf(spec: ChartSpec): string[] {
  const target = targetColumn(spec);
  return [...spec.years.map(String), ...(target === null ? [] : [target])];
}

/** The line everything stands on with the years under it; where it is not zero, a faint grid that says what it is. */
export function axisShapes(spec: ChartSpec, places: Places, scale: ChartScale): Shape[] {
  const names = columnsOf(spec).map((column) =>
    words(places.x(column), places.bottom + 20, column, column === String(spec.year) ? "column current" : "column"),
  );
  if (scale.minimum <= 0)
    return [
      path(
        [
          [places.left, places.y(0)],
          [places.right, places.y(0)],
        ],
        "axis",
      ),
      ...names,
    ];
  const decimals = Math.max(...scale.ticks.map((value) => String(value).split(".")[1]?.length ?? 0));
  const tick = new Intl.NumberFormat(spec.locale === "da" ? "da-DK" : "en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return [
    ...scale.ticks.flatMap((value) => [
      path(
        [
          [places.left, places.y(value)],
          [places.right, places.y(value)],
        ],
        "grid",
      ),
      words(places.left - 6, places.y(value) + 4, tick.format(value), "quiet", "end"),
    ]),
    ...names,
  ];
}

/** Room on the left for the values of an axis that does not begin at zero. */
export function axisRoom(scale: ChartScale): number {
  return scale.minimum <= 0 ? 4 : 12 + Math.max(...scale.ticks.map((value) => widthOf(String(value))));
}

/** Where a series breaks: an upright line between two years, with the kind of break at its head. */
export function breakShapes(spec: ChartSpec, places: Places): Shape[] {
  return spec.breaks.flatMap(({ year, label }) => {
    const x = places.x(String(year)) - places.column / 2;
    return [
      path(
        [
          [x, places.top - 28],
          [x, places.bottom],
        ],
        "break",
      ),
      words(x, places.top - 34, label, "quiet"),
    ];
  });
}
