"use client";
import type { Places } from "@/lib/chart/drawing/place/model";
import type { ChartSpec } from "@/lib/chart/model";

/** The change between the last two bars, written over them with a bracket from the one to the other. */
export function BarChange({ spec, places }: { spec: ChartSpec; places: Places }) {
  const [from, to] = (spec.series[0]?.points ?? []).slice(-2);
  if (!spec.change || !from || !to || from.at === null || to.at === null) return null;
  const [x1, x2] = [places.x(String(from.year)), places.x(String(to.year))];
  const [y1, y2] = [places.y(Math.max(from.at, 0)) - 28, places.y(Math.max(to.at, 0)) - 30];
  const y = Math.min(y1, y2) - 26;
  const middle = (x1 + x2) / 2;
  const half = spec.change.label.length * 3.9 + 6;
  const sides =
    x2 - x1 > 2 * half
      ? `M${x1} ${y1}V${y}H${middle - half}M${middle + half} ${y}H${x2}V${y2}`
      : `M${x1} ${y1}V${y + 12}H${x2}V${y2}`;
  return (
    <g className={`change ${spec.change.judgement}`}>
      <path d={`${sides}m-4-5 4 5 4-5`} className="bracket" />
      <text x={middle} y={y + (x2 - x1 > 2 * half ? 5 : 2)} textAnchor="middle" className="change-text">
        {spec.change.label}
      </text>
    </g>
  );
}
