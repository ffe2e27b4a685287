import { changeBetween } from "@/lib/change/model";
import { linesOf, sharedLines, type Cover } from "@/lib/coverage/model";
import { evaluator, type Facts } from "@/lib/evaluation/model";
import { narrowedTo } from "@/lib/evaluation/narrowing/model";
import type { LikeForLike } from "@/lib/figure/model";
import { versionIn } from "@/lib/kpi/model";
import { lineOf, type Tree } from "@/lib/org-unit/model";

type Rules = Parameters<typeof changeBetween>[2];

/** Compares two years over the org units both have; built once for a set of facts, asked for one KPI at a time. */
export type Comparer = (code: string, years: { before: number; now: number }, rule: Rules) => LikeForLike | null;

/**
 * A comparison of like with like: both years are consolidated anew, from what org units entered, by the later year's
 * rule, over the lines of org units that both cover wholly. What was entered for the organisation as a whole cannot be
 * divided and is left out; null when nothing is left, or one org unit lacks in either year a part of the calculation.
 */
export function likeForLike(facts: Facts, trees: Map<number, Tree>): Comparer {
  const line = lineOf(facts.orgUnits);
  const { tree } = evaluator(facts, trees);
  // Kept for all KPIs: what one KPI is calculated from, others are too, and who is late is late with many.
  const kept = new Map<string, ReturnType<typeof evaluator>>();
  const partsOnly = (rulesIn: number, leaves: ReadonlySet<string> | null) => {
    const key = `${rulesIn} ${leaves ? [...leaves].join(" ") : ""}`;
    const known = kept.get(key);
    if (known) return known;
    const parts = leaves ? narrowedTo(facts, leaves, tree) : facts;
    const stored: Facts["stored"] = (kpi, id, at) => (id === tree(at).rootId ? null : parts.stored(kpi, id, at));
    const made = evaluator({ ...parts, rules: rulesOf(facts, rulesIn), stored }, trees);
    kept.set(key, made);
    return made;
  };
  return (code, { before, now }, rule) => {
    const rootIn = (year: number) => tree(year).rootId;
    const figureIn = (year: number, leaves: ReadonlySet<string> | null) =>
      partsOnly(now, leaves).evaluate(code, rootIn(year), year);
    const [was, is] = [figureIn(before, null), figureIn(now, null)];
    if (!was.quantity || !is.quantity) return null;
    const coverOf = (year: number, covers: Cover["covers"]) => ({ tree: tree(year), orgUnitId: rootIn(year), covers });
    const [wasCover, isCover] = [coverOf(before, was.covers), coverOf(now, is.covers)];
    const shared = new Set(sharedLines(wasCover, isCover, line));
    if (shared.size === 0) return null;
    const leavesOf = (cover: Cover) =>
      new Set([...linesOf(cover, line).complete].flatMap(([one, ids]) => (shared.has(one) ? ids : [])));
    const leavesNow = leavesOf(isCover);
    const [from, to] = [figureIn(before, leavesOf(wasCover)), figureIn(now, leavesNow)];
    const change = changeBetween(from, to, { ...rule, isSameCoverage: true });
    if (!change.comparable) return null;
    const orgUnits = tree(now)
      .leavesBelow(rootIn(now))
      .filter(({ id }) => leavesNow.has(id));
    return { change, orgUnits: orgUnits.map(({ name }) => name) };
  };
}

/** Every KPI as it is defined in one year, whatever year is asked for: a change of method must not look like a change. */
function rulesOf(facts: Facts, year: number): Facts["rules"] {
  return new Map(
    [...facts.rules].map(([code, versions]) => {
      const version = versionIn(versions, year);
      return [code, version ? [{ ...version, validFromYear: 0 }] : []];
    }),
  );
}
