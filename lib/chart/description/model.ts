import type { ChartPoint, ChartSpec } from "@/lib/chart/model";

/** What a chart shows, in one text for those who cannot see it: every figure, then target, benchmark and series breaks. */
export function descriptionOf(spec: ChartSpec): string {
  const several = spec.series.length > 1;
  const sentences = spec.series.map(
    (series) =>
      `${several ? `${series.name}: ` : ""}${series.points.map((point) => `${point.year} ${spoken(point, spec)}`).join(", ")}`,
  );
  const levels = [
    ...(spec.target ? [`${spec.target.label} (${spec.target.year})`] : []),
    ...spec.benchmarks.map((benchmark) => `${benchmark.label} (${benchmark.year})`),
  ];
  const breaks = spec.breaks.map(({ year, label }) => `${year}: ${label}`);
  return [`${spec.title}. ${spec.subtitle}`, ...sentences, ...levels, ...breaks]
    .map((sentence) => `${sentence.replace(/\.$/, "")}.`)
    .join(" ");
}

function spoken(point: ChartPoint, { words }: ChartSpec): string {
  const marks = [...(point.isEstimated ? [words.estimate] : []), ...(point.isExample ? [words.example] : [])];
  return marks.length > 0 ? `${point.label} (${marks.join(", ")})` : point.label;
}
