"use client";
import type { Places } from "@/lib/chart/drawing/place/model";
import type { ChartSpec } from "@/lib/chart/model";

/** How far above the columns a break's line and its word begin. */
const above = 20;

/** Where a series breaks: an upright line between two years, with the kind of break at its head. */
export function Breaks({ spec, places }: { spec: ChartSpec; places: Places }) {
  return spec.breaks.map(({ year, label }) => {
    const x = places.x(String(year)) - places.column / 2;
    return (
      <g key={year} className="series-break">
        <path d={`M${x} ${places.top - above + 6}V${places.bottom}`} />
        <text x={x} y={places.top - above} textAnchor="middle">
          {label}
        </text>
      </g>
    );
  });
}
