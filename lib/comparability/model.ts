import { changeBetween } from "@/lib/change/model";
import { likeForLike, type HeldIn, type YearFigure } from "@/lib/coverage/like-for-like/model";
import { isSameCoverage, leavesOf, type Cover } from "@/lib/coverage/model";
import { evaluator, type Facts } from "@/lib/evaluation/model";
import type { Change, LikeForLike } from "@/lib/figure/model";
import { lineOf, type Tree } from "@/lib/org-unit/model";
import { breakBetween, type SeriesBreakView } from "@/lib/series-break/model";

/** How two years of a KPI stand to each other: the change between them, or why there is none; and like for like, where that says more. */
export type Comparison = { change: Change; likeForLike: LikeForLike | null };

/** Compares two years of one KPI. */
export type Compare = (
  before: YearFigure | null,
  now: YearFigure,
  rule: Omit<Parameters<typeof changeBetween>[2], "seriesBreak" | "isSameCoverage">,
) => Comparison;

/**
 * Decides what can be held against what in an organisation: never across a series break; only between figures that
 * cover the same org units, merged ones counting as what they became; and, where coverage or the organisation itself
 * changed, over the org units both years have.
 */
export function comparability(facts: Facts, trees: Map<number, Tree>, heldIn?: HeldIn) {
  const line = lineOf(facts.orgUnits);
  const { tree } = evaluator(facts, trees);
  const alike = likeForLike(facts, trees, heldIn);
  const linesIn = (year: number) =>
    new Set(
      leavesOf({ tree: tree(year), orgUnitId: tree(year).rootId, covers: null }).map(({ orgUnit }) => line(orgUnit.id)),
    );
  const changed = new Map<string, boolean>();
  const cameOrWent = (before: number, now: number) => {
    const key = `${before} ${now}`;
    const known = changed.get(key);
    if (known !== undefined) return known;
    const [was, is] = [linesIn(before), linesIn(now)];
    const result = was.size !== is.size || [...was].some((one) => !is.has(one));
    changed.set(key, result);
    return result;
  };
  const coverOf = ({ year, cell }: YearFigure): Cover => ({
    tree: tree(year),
    orgUnitId: tree(year).rootId,
    covers: cell.covers,
  });
  return (code: string, breaks: readonly SeriesBreakView[]): Compare =>
    (before, now, kpi) => {
      const rule = {
        ...kpi,
        seriesBreak: breakBetween(breaks, before?.year ?? now.year - 1, now.year),
        isSameCoverage: before === null || isSameCoverage(coverOf(before), coverOf(now), line),
      };
      const change = changeBetween(before?.cell ?? null, now.cell, rule);
      const says = change.comparable ? before && cameOrWent(before.year, now.year) : change.why === "coverageChanged";
      return { change, likeForLike: before && says ? alike(code, { before, now }, rule) : null };
    };
}
