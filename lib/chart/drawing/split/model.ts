import type { ChartSpec } from "@/lib/chart/model";
import { absentWords, barHalf } from "../bars/model";
import { levelShapes } from "../levels/model";
import { rect, widthOf, words, type Drawing } from "../model";
import { axisShapes, breakShapes, columnsOf, placesOf } from "../place/model";

/** A split by year: women from below, men above them, each with its share, their names at the first column. */
export function splitDrawing(spec: ChartSpec, size: { width: number; height: number }): Drawing {
  const { men, women } = spec.words;
  const left = Math.max(widthOf(men), widthOf(women)) + 8;
  const top = spec.breaks.length > 0 ? 50 : 12;
  const places = placesOf(columnsOf(spec), size, { left, right: 4, top }, { minimum: 0, maximum: 100 });
  const points = spec.series[0]?.points ?? [];
  const first = points.find(({ at }) => at !== null);
  const half = places.column * barHalf * 1.15;
  return {
    ...size,
    shapes: [
      ...breakShapes(spec, places),
      ...points.flatMap((point, index) => {
        if (point.at === null) return absentWords(points, index, places);
        const x = places.x(String(point.year));
        const [middle, bottom, highest] = [places.y(point.at), places.y(0), places.y(100)];
        const [menText = "", womenText = ""] = point.label.split("/");
        const isCurrent = point.year === spec.year;
        const look = isCurrent ? "value current" : "value";
        const [menAt, womenAt] = [(highest + middle) / 2 + 5, (middle + bottom) / 2 + 5];
        return [
          rect(x - half, middle, half * 2, bottom - middle, "part two"),
          rect(x - half, highest, half * 2, middle - highest, "part three"),
          words(x, menAt, menText, look),
          words(x, womenAt, womenText, look),
          ...(point === first
            ? [words(x - half - 6, menAt, men, "quiet", "end"), words(x - half - 6, womenAt, women, "quiet", "end")]
            : []),
        ];
      }),
      ...axisShapes(spec, places, { minimum: 0, maximum: 100, ticks: [] }),
      ...levelShapes(spec, places),
    ],
  };
}
