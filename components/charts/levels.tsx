"use client";
import { Words } from "@/components/charts/words";
import { targetColumn } from "@/lib/chart/column/model";
import type { Places } from "@/lib/chart/drawing/place/model";
import type { ChartSpec } from "@/lib/chart/model";

/** The target as a thin dotted line that ends in a mark in a column of its own; benchmarks as diamonds in their year. */
export function Levels({ spec, places }: { spec: ChartSpec; places: Places }) {
  const { target, benchmarks } = spec;
  const column = targetColumn(spec);
  return (
    <>
      {target && column !== null ? (
        <TargetMark label={target.label} y={places.y(target.at)} x={places.x(column)} places={places} />
      ) : null}
      {benchmarks.map((benchmark) => {
        const x = places.x(String(benchmark.year));
        const y = places.y(benchmark.at);
        return (
          <g key={benchmark.year + benchmark.label}>
            <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} className="benchmark" />
            <Words
              x={x + places.column / 2 + 2}
              y={y + 1}
              text={benchmark.label}
              width={places.column * 0.9}
              className="level"
              anchor="start"
            />
          </g>
        );
      })}
    </>
  );
}

function TargetMark({ label, x, y, places }: { label: string; x: number; y: number; places: Places }) {
  const half = Math.min(26, places.column / 2 - 4);
  return (
    <g>
      <path d={`M${places.left} ${y}H${x - half}`} className="target-line" />
      <path d={`M${x - half} ${y}H${x + half}`} className="target-mark" />
      <Words x={x} y={y - 8} text={label} width={places.column} className="level current" grows="up" />
    </g>
  );
}
