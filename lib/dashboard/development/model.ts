import type { Change, Figure, KpiYear } from "@/lib/figure/model";
import { absolute, compare, fraction } from "@/lib/number/fraction";

/** A change worth a line of its own. */
export type Development = { kpi: KpiYear; change: Change & { comparable: true }; from: Figure; to: Figure };

/** The largest changes for the better and for the worse. */
export type Developments = { best: Development[]; worst: Development[] };

/**
 * Ranks by relative change, the largest first. A change from zero has no percentage and stands first;
 * equal ones keep the order of the dashboard.
 */
export function developments(kpis: KpiYear[], most = 5): Developments {
  const all = kpis.flatMap((kpi) => developmentOf(kpi) ?? []).sort((a, b) => bySize(a.change, b.change));
  const judged = (judgement: "better" | "worse") =>
    all.filter(({ change }) => change.judgement === judgement).slice(0, most);
  return { best: judged("better"), worst: judged("worse") };
}

function developmentOf(kpi: KpiYear): Development | null {
  const { change } = kpi;
  const from = kpi.figures.at(-2);
  const to = kpi.figures.at(-1);
  return change.comparable && from && to ? { kpi, change, from, to } : null;
}

function bySize(a: Change & { comparable: true }, b: Change & { comparable: true }): number {
  if (a.relative === null || b.relative === null) return Number(b.relative === null) - Number(a.relative === null);
  return compare(absolute(fraction(b.relative)), absolute(fraction(a.relative)));
}
