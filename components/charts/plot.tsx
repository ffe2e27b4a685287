"use client";
import { useId } from "react";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  XAxis,
  YAxis,
  type BarShapeProps,
} from "recharts";
import { gap } from "@/components/charts/gap";
import { Marks } from "@/components/charts/marks";
import { rowsOf } from "@/components/charts/rows";
import type { ChartSpec } from "@/lib/chart/model";
import { scaleOf } from "@/lib/chart/scale/model";
import { descriptionOf } from "@/lib/chart/description/model";

/** Room over the highest mark for its label, and for the change written above that. */
const roomForLabel = 28;
const roomForChange = 44;

/** Bars, lines or split columns by year; nothing here knows what the figures mean. */
export function Plot({ spec }: { spec: ChartSpec }) {
  const hatch = useId();
  const { rows, lines } = rowsOf(spec);
  const scale = scaleOf(spec);
  const decimals = Math.max(...scale.ticks.map((value) => String(value).split(".")[1]?.length ?? 0));
  const tick = new Intl.NumberFormat(spec.locale === "da" ? "da-DK" : "en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const top = spec.change && spec.kind === "bar" ? roomForLabel + roomForChange : roomForLabel;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={rows}
        margin={{ top, right: 4, bottom: 0, left: 0 }}
        barCategoryGap={`${gap * 100}%`}
        accessibilityLayer={false}
        role="img"
        aria-label={descriptionOf(spec)}
      >
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V7" className="hatch-line" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} />
        <XAxis
          dataKey="column"
          scale="band"
          interval={0}
          tickLine={false}
          height={32}
          tick={<ColumnName current={String(spec.year)} />}
        />
        <YAxis
          domain={[scale.minimum, scale.maximum]}
          ticks={scale.ticks}
          tickFormatter={(value: number) => tick.format(value)}
          axisLine={false}
          tickLine={false}
          width={axisWidth(scale.ticks.map((value) => tick.format(value)))}
          tick={{ fill: "var(--muted)", fontSize: 13 }}
        />
        {spec.kind === "line"
          ? lines.map(({ key, series, isDashed }) => (
              <Line
                key={key}
                dataKey={key}
                type="linear"
                dot={false}
                activeDot={false}
                isAnimationActive={false}
                connectNulls={false}
                className={`line tone-${series}`}
                strokeDasharray={isDashed ? "3 3" : undefined}
              />
            ))
          : null}
        {spec.kind === "bar" ? (
          <Bar
            dataKey="at-0"
            isAnimationActive={false}
            shape={(props: BarShapeProps) => <YearBar {...props} spec={spec} hatch={hatch} />}
          />
        ) : null}
        {spec.kind === "split" ? (
          <Bar dataKey="at-0" stackId="split" isAnimationActive={false} className="part women" />
        ) : null}
        {spec.kind === "split" ? (
          <Bar dataKey="rest-0" stackId="split" isAnimationActive={false} className="part men" />
        ) : null}
        <Marks spec={spec} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Room for the longest number on the axis, at some 7.5 pixels a sign. */
function axisWidth(ticks: string[]): number {
  return Math.max(44, 10 + 7.5 * Math.max(...ticks.map((text) => text.length)));
}

function ColumnName({
  x = 0,
  y = 0,
  payload,
  current,
}: {
  x?: number;
  y?: number;
  payload?: { value: string };
  current: string;
}) {
  return (
    <text x={x} y={y + 14} textAnchor="middle" className={payload?.value === current ? "column current" : "column"}>
      {payload?.value}
    </text>
  );
}

function YearBar({
  x = 0,
  y = 0,
  width = 0,
  height = 0,
  originalDataIndex,
  spec,
  hatch,
}: BarShapeProps & { spec: ChartSpec; hatch: string }) {
  const point = spec.series[0]?.points[originalDataIndex];
  if (!point || point.at === null) return null;
  const box = {
    x: Number(x),
    y: Number(height) < 0 ? Number(y) + Number(height) : Number(y),
    width: Number(width),
    height: Math.abs(Number(height)),
  };
  const look = point.isEstimated ? "estimated" : point.year === spec.year ? "current" : "earlier";
  return (
    <g>
      <rect {...box} className={`bar ${look}`} />
      {point.isEstimated ? <rect {...box} fill={`url(#${hatch})`} /> : null}
    </g>
  );
}
