import type { ChartSpec } from "@/lib/chart/model";
import { barsDrawing } from "../bars/model";
import { bulletDrawing } from "../bullet/model";
import { cellHeight, cellsDrawing } from "../cells/model";
import { cleared } from "../clear/model";
import { linesDrawing } from "../lines/model";
import type { Drawing } from "../model";
import { waterfallDrawing } from "../rows/model";
import { splitDrawing } from "../split/model";
import { splitsDrawing } from "../splits/model";
import { stackedDrawing } from "../stacked/model";

/** Widths a drawing is made for: half the text's, which is also a phone's, and all of it. Type is the same in both. */
const widths = { half: 330, whole: 660 } as const;

/** How wide a drawing is. */
export type Width = keyof typeof widths;

/** Draws a chart. Pure: the same figures always make the same drawing, in a page, on paper and in a file. */
export function drawingOf(spec: ChartSpec, of: Width): Drawing {
  return cleared(shapesOf(spec, of));
}

function shapesOf(spec: ChartSpec, of: Width): Drawing {
  const width = widths[of];
  const isCrowded = spec.kind === "line" && spec.series.length > 1;
  const size = { width, height: isCrowded ? 212 + 14 * spec.series.length : of === "whole" ? 216 : 176 };
  switch (spec.kind) {
    case "bar":
      return barsDrawing(spec, size);
    case "line":
      return linesDrawing(spec, size);
    case "split":
      return spec.series.length > 1 ? splitsDrawing(spec, width) : splitDrawing(spec, size);
    case "stacked":
      return stackedDrawing(spec, size);
    case "grouped":
      return cellsDrawing(spec, width, { height: cellHeight.grouped, isLabelledAtEnds: false });
    case "units":
      return cellsDrawing(spec, width, { height: cellHeight.units, isLabelledAtEnds: true });
    case "waterfall":
      return waterfallDrawing(spec, width);
    case "bullet":
      return bulletDrawing(spec, width);
  }
}
