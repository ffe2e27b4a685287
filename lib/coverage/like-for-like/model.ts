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
  return (code, { before, now }, rule) => {
    const worlds = { ...facts, rules: rulesOf(facts, now) };
    const leavesIn = (year: number) =>
      new Set(
        tree(year)
          .leavesBelow(tree(year).rootId)
          .map(({ id }) => id),
      );
    const coverOf = (year: number, leaves: Set<string>): { figure: ReturnType<typeof evaluateAt>; cover: Cover } => {
      const figure = evaluateAt(year, leaves);
      return { figure, cover: { tree: tree(year), orgUnitId: tree(year).rootId, covers: figure.covers } };
    };
    const evaluateAt = (year: number, leaves: Set<string>) => {
      const root = tree(year).rootId;
      const parts = narrowedTo(worlds, leaves, tree);
      const stored: Facts["stored"] = (kpi, id, at) => (id === root ? null : parts.stored(kpi, id, at));
      return evaluator({ ...parts, stored }, trees).evaluate(code, root, year);
    };
    const [was, is] = [coverOf(before, leavesIn(before)), coverOf(now, leavesIn(now))];
    if (!was.figure.quantity || !is.figure.quantity) return null;
    const shared = new Set(sharedLines(was.cover, is.cover, line));
    if (shared.size === 0) return null;
    const leavesOfLines = (cover: Cover) =>
      new Set([...linesOf(cover, line).complete].flatMap(([one, ids]) => (shared.has(one) ? ids : [])));
    const [from, to] = [evaluateAt(before, leavesOfLines(was.cover)), evaluateAt(now, leavesOfLines(is.cover))];
    const change = changeBetween(from, to, { ...rule, isSameCoverage: true });
    if (!change.comparable) return null;
    const kept = leavesOfLines(is.cover);
    const orgUnits = tree(now)
      .leavesBelow(tree(now).rootId)
      .filter(({ id }) => kept.has(id));
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
