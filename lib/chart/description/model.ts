import type { ChartPoint, ChartSeries, ChartSpec, ChartStep } from "@/lib/chart/model";

/** What a chart shows, in one text for those who cannot see it: every figure, then target, benchmark and series breaks. */
export function descriptionOf(spec: ChartSpec): string {
  const levels = [
    ...(spec.target ? [`${spec.target.label} (${spec.target.year})`] : []),
    ...spec.benchmarks.map((benchmark) => `${benchmark.label} (${benchmark.year})`),
  ];
  const breaks = spec.breaks.map(({ year, label }) => `${year}: ${label}`);
  const heading = spec.subtitle === "" ? spec.title : `${spec.title}. ${spec.subtitle}`;
  return [heading, ...(spec.steps ? stepSentences(spec.steps) : seriesSentences(spec)), ...levels, ...breaks]
    .map((sentence) => `${sentence.replace(/\.$/, "")}.`)
    .join(" ");
}

/** "2022: 652", "Strøm: +37". */
function stepSentences(steps: readonly ChartStep[]): string[] {
  return steps.map(({ name, how, label }) => `${name}: ${label}${how === "" ? "" : ` (${how})`}`);
}

function seriesSentences(spec: ChartSpec): string[] {
  const several = spec.series.length > 1;
  const { totals = [], words } = spec;
  const whole: ChartSeries = { code: "", name: words.total, unitOfMeasure: "", points: totals };
  return [...spec.series, ...(totals.length > 0 ? [whole] : [])].map(({ name, points, goal }) => {
    const said = points.map((point) => `${point.year} ${spoken(point, spec)}`).join(", ");
    const against = [goal?.level ? `${goal.level.label} (${goal.level.year})` : "", goal?.state ?? ""].filter(Boolean);
    return `${several ? `${name}: ` : ""}${[said, ...against].join(", ")}`;
  });
}

function spoken(point: ChartPoint, { words }: ChartSpec): string {
  const marks = [...(point.isEstimated ? [words.estimate] : []), ...(point.isExample ? [words.example] : [])];
  return marks.length > 0 ? `${point.label} (${marks.join(", ")})` : point.label;
}
