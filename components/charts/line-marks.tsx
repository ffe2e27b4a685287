"use client";
import { asideOf, crowdedAbove, type PlacedPoint } from "@/lib/chart/crowding/model";
import type { Places } from "@/lib/chart/drawing/place/model";
import type { ChartPoint, ChartSpec } from "@/lib/chart/model";

/** Width of a column that holds a figure of every line without crowding. */
const roomForFigure = 72;

/** The points of each line with their figures, and each line's name above its beginning: the target stands at its end. */
export function LineMarks({ spec, places }: { spec: ChartSpec; places: Places }) {
  const several = spec.series.length > 1;
  return spec.series.map((series, index) => {
    const known = series.points.filter(hasPlace);
    const last = known.at(-1);
    const [first] = known;
    return (
      <g key={series.code} className={`tone-${index}`}>
        {known.map((point) => {
          const [x, y] = [places.x(String(point.year)), places.y(point.at)];
          const below = several && crowdedAbove(spec, index, point, places);
          const aside = several || below ? 0 : asideOf(known, point, places);
          // Of several lines in a narrow drawing only the ends are labelled; the table has every figure.
          const isLabelled = !several || places.column >= roomForFigure || point === known[0] || point === last;
          return (
            <g key={point.year}>
              <circle
                cx={x}
                cy={y}
                r={point.isEstimated ? 4 : 2.5}
                className={point.isEstimated ? "point hollow" : "point"}
              />
              {isLabelled ? (
                <text
                  x={x + aside}
                  y={below ? y + 20 : y - 11}
                  textAnchor={aside === 0 ? "middle" : aside < 0 ? "start" : "end"}
                  className={point.year === spec.year ? "value small current" : "value small"}
                >
                  {point.label}
                  {point.isEstimated ? (
                    <tspan className="raised" dy="-5">
                      e
                    </tspan>
                  ) : null}
                </text>
              ) : null}
            </g>
          );
        })}
        {several && first ? (
          <text
            x={places.x(String(first.year)) - 16}
            y={places.y(first.at) - (crowdedAbove(spec, index, first, places) ? 13 : 30)}
            className="name"
          >
            {series.name}
          </text>
        ) : null}
      </g>
    );
  });
}

function hasPlace(point: ChartPoint): point is PlacedPoint {
  return point.at !== null;
}
