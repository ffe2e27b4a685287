import { countChanges, summarise, type PillarGroup } from "@/lib/dashboard/model";
import type { PillarView } from "@/lib/figure/model";

/** The pillar that carries a year, and the one that drags; null where none stands out. */
export type PillarExtremes = {
  leading: { pillar: PillarView; reached: number; judged: number } | null;
  trailing: { pillar: PillarView; worse: number } | null;
};

/** Fewest judged targets that say something about a pillar. */
const fewestJudged = 2;

/**
 * Leading: the largest share of its judged targets reached. Trailing: the most KPIs worse than better.
 * Among equals the earlier one; a pillar that leads does not also trail.
 */
export function leadingAndTrailing(groups: PillarGroup[]): PillarExtremes {
  const rows = groups.map(({ pillar, kpis }) => ({ pillar, ...summarise(kpis), ...countChanges(kpis) }));
  // Cross-multiplied, so that no share is rounded.
  const leading = first(
    rows.filter((row) => row.judged >= fewestJudged && row.reached > 0),
    (a, b) => a.reached * b.judged - b.reached * a.judged,
  );
  const trailing = first(
    rows.filter((row) => row.worse > row.better && row !== leading),
    (a, b) => a.worse - a.better - (b.worse - b.better),
  );
  return {
    leading: leading && { pillar: leading.pillar, reached: leading.reached, judged: leading.judged },
    trailing: trailing && { pillar: trailing.pillar, worse: trailing.worse },
  };
}

function first<Row>(rows: Row[], compare: (a: Row, b: Row) => number): Row | null {
  return rows.reduce<Row | null>((best, row) => (best === null || compare(row, best) > 0 ? row : best), null);
}
