"use client";
import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { BarChange } from "@/components/charts/bar-change";
import { Breaks } from "@/components/charts/breaks";
import { Levels } from "@/components/charts/levels";
import { LineMarks } from "@/components/charts/line-marks";
import { gap } from "@/components/charts/gap";
import { Words } from "@/components/charts/words";
import type { Places } from "@/lib/chart/drawing/place/model";
import type { ChartSpec } from "@/lib/chart/model";

/** Half a bar, as part of its column. */
const barHalf = 0.5 - gap;

/** Width of a column that holds "not measured" beside its like. */
const roomForWords = 64;

/** Everything written into the drawing: each figure at its mark, target, benchmarks and the latest change. */
export function Marks({ spec }: { spec: ChartSpec }) {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!area || !xScale || !yScale) return null;
  const places: Places = {
    x: (column) => Number(xScale(column, { position: "middle" }) ?? 0),
    y: (value) => Number(yScale(value) ?? 0),
    left: area.x,
    right: area.x + area.width,
    top: area.y,
    bottom: area.y + area.height,
    column: area.width / (spec.years.length + (spec.target ? 1 : 0)),
  };
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
      <g className="marks" ref={announce}>
        <Breaks spec={spec} places={places} />
        <Levels spec={spec} places={places} />
        {spec.kind === "bar" ? <BarLabels spec={spec} places={places} /> : null}
        {spec.kind === "split" ? <SplitLabels spec={spec} places={places} /> : null}
        {spec.kind === "line" ? <LineMarks spec={spec} places={places} /> : null}
        {spec.kind === "bar" && spec.change ? <BarChange spec={spec} places={places} /> : null}
      </g>
    </ZIndexLayer>
  );
}

/** Whoever prints the page waits for every chart to say that it is drawn; its marks are the last of it. */
function announce(marks: SVGGElement | null): void {
  marks?.closest("[data-chart]")?.setAttribute("data-chart", "drawn");
}

function BarLabels({ spec, places }: { spec: ChartSpec; places: Places }) {
  return spec.series[0]?.points.map((point, index) => {
    const x = places.x(String(point.year));
    const isCurrent = point.year === spec.year;
    if (point.at === null) return <Absent key={point.year} {...{ spec, places, index }} />;
    // Over the bar; under it where the figure is negative.
    const y = point.at < 0 ? places.y(point.at) + 20 : places.y(Math.max(point.at, 0)) - 8;
    return (
      <text key={point.year} x={x} y={y} textAnchor="middle" className={isCurrent ? "value current" : "value"}>
        {point.label}
        {point.isEstimated ? (
          <tspan className="raised" dy="-5">
            e
          </tspan>
        ) : null}
      </text>
    );
  });
}

/** Why a column is empty; in narrow columns that are empty for one reason, said once across them. */
function Absent({ spec, places, index }: { spec: ChartSpec; places: Places; index: number }) {
  const points = spec.series[0]?.points ?? [];
  const same = (other: number) => points[other]?.at === null && points[other].label === points[index]?.label;
  const isNarrow = places.column < roomForWords;
  if (isNarrow && same(index - 1)) return null;
  let last = index;
  while (isNarrow && same(last + 1)) last += 1;
  const [from, to] = [points[index], points[last]];
  if (!from || !to) return null;
  return (
    <Words
      x={(places.x(String(from.year)) + places.x(String(to.year))) / 2}
      y={places.bottom - 10}
      text={from.label}
      width={places.column * (last - index + 1)}
      className="absent"
      grows="up"
    />
  );
}

/** Both parts in their halves of the column, men above women as the split is printed; at the last column also their names. */
function SplitLabels({ spec, places }: { spec: ChartSpec; places: Places }) {
  return spec.series[0]?.points.map((point, index) => {
    const x = places.x(String(point.year));
    if (point.at === null) return <Absent key={point.year} {...{ spec, places, index }} />;
    const [men = "", women = ""] = point.label.split("/");
    const isCurrent = point.year === spec.year;
    const look = isCurrent ? "value inside current" : "value inside";
    const parts = [
      { name: spec.words.men, text: men, y: (places.y(100) + places.y(point.at)) / 2 },
      { name: spec.words.women, text: women, y: (places.y(point.at) + places.y(0)) / 2 },
    ];
    return parts.map(({ name, text, y }) => (
      <g key={`${point.year}-${name}`}>
        <text x={x} y={y + 5} textAnchor="middle" className={look}>
          {text}
        </text>
        {isCurrent ? (
          <text x={x + places.column * barHalf + 6} y={y + 5} className="level">
            {name}
          </text>
        ) : null}
      </g>
    ));
  });
}
