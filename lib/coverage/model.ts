import type { Missed } from "@/lib/coverage/missed/model";
import {
  compare,
  divide,
  hundred,
  isZero,
  multiply,
  round,
  sum,
  whole,
  zero,
  type Fraction,
} from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import type { OrgUnitNode, Tree } from "@/lib/org-unit/model";

/**
 * Coverage: the org units a figure stands for. A figure covers all the lowest org units below its own (`covers` null),
 * or those of them that had something to add up, or those that whoever entered it named.
 */
export type Cover = { tree: Tree; orgUnitId: string; covers: ReadonlySet<string> | null };

/** Coverage of one figure for people: who is in, who is not and why, and how much of the organisation that is. */
export type CoverageView = {
  covered: string[];
  missed: { name: string; status: Missed }[];
  of: number;
  /** Covered org units in percent of all, a whole number. */
  percent: DecimalText;
  /** Covered full-time equivalents in percent of all; null where no org unit's are known, or not those of each. */
  fte: { percent: DecimalText; isExample: boolean } | null;
};

/** What an org unit's full-time equivalents are; null: not known. */
export type FteOf = (orgUnitId: string) => { amount: Fraction; isExample: boolean } | null;

/** The lowest org units there were to cover, in tree order, each with whether the figure covers it. */
export function leavesOf({ tree, orgUnitId, covers }: Cover): { orgUnit: OrgUnitNode; isCovered: boolean }[] {
  return tree
    .leavesBelow(orgUnitId)
    .map((orgUnit) => ({ orgUnit, isCovered: covers === null || covers.has(orgUnit.id) }));
}

/** Coverage for people; null where the organisation has no org units to cover. `whyMissed`: why an org unit is not covered. */
export function coverageView(
  cover: Cover,
  fteOf: FteOf,
  whyMissed: (orgUnitId: string) => Missed,
): CoverageView | null {
  const leaves = leavesOf(cover).filter(({ orgUnit }) => !orgUnit.isRoot);
  if (leaves.length === 0) return null;
  const covered = leaves.filter(({ isCovered }) => isCovered);
  return {
    covered: covered.map(({ orgUnit }) => orgUnit.name),
    missed: leaves
      .filter(({ isCovered }) => !isCovered)
      .map(({ orgUnit }) => ({ name: orgUnit.name, status: whyMissed(orgUnit.id) })),
    of: leaves.length,
    percent: percentOf(whole(covered.length), whole(leaves.length)),
    fte: fteShare(leaves, fteOf),
  };
}

function fteShare(leaves: { orgUnit: OrgUnitNode; isCovered: boolean }[], fteOf: FteOf): CoverageView["fte"] {
  const known = leaves.map(({ orgUnit, isCovered }) => ({ isCovered, fte: fteOf(orgUnit.id) }));
  // One unknown would make every share of the rest too large.
  if (known.some(({ fte }) => fte === null)) return null;
  const total = sum(known.map(({ fte }) => fte?.amount ?? zero));
  if (isZero(total)) return null;
  const covered = sum(known.map(({ isCovered, fte }) => (isCovered && fte ? fte.amount : zero)));
  return { percent: percentOf(covered, total), isExample: known.some(({ fte }) => fte?.isExample === true) };
}

/** A share in whole percent that never says all or nothing of what is neither: 99.7 % is 99, 0.2 % is 1. */
export function percentOf(part: Fraction, all: Fraction): DecimalText {
  const percent = round(multiply(divide(part, all) ?? zero, hundred), 0);
  if (percent === "100" && compare(part, all) < 0) return "99";
  return percent === "0" && !isZero(part) ? "1" : percent;
}

/** The lines of org units (see `lineOf`) a figure covers wholly, each with its org units; and those it covers in part. */
export function linesOf(cover: Cover, lineOf: (id: string) => string): Lines {
  const trees = linesKnown.get(lineOf) ?? new WeakMap();
  linesKnown.set(lineOf, trees);
  const known = trees.get(cover.tree) ?? new WeakMap();
  trees.set(cover.tree, known);
  const [key, asked] = [cover.covers ?? cover.tree, cover.orgUnitId];
  const held = known.get(key);
  if (held?.orgUnitId === asked) return held.lines;
  const lines = readLines(cover, lineOf);
  known.set(key, { orgUnitId: asked, lines });
  return lines;
}

/** Lines by the org units of each. */
type Lines = { complete: ReadonlyMap<string, string[]>; partial: ReadonlyMap<string, string[]> };

/** What was found for a line function, tree and set of covered org units: many KPIs share them, and each is asked for several times. */
const linesKnown = new WeakMap<
  (id: string) => string,
  WeakMap<Tree, WeakMap<object, { orgUnitId: string; lines: Lines }>>
>();

function readLines(cover: Cover, lineOf: (id: string) => string): Lines {
  const all = new Map<string, { ids: string[]; covered: string[] }>();
  for (const { orgUnit, isCovered } of leavesOf(cover)) {
    const line = lineOf(orgUnit.id);
    const held = all.get(line) ?? { ids: [], covered: [] };
    all.set(line, held);
    held.ids.push(orgUnit.id);
    if (isCovered) held.covered.push(orgUnit.id);
  }
  const complete = [...all].filter(([, { ids, covered }]) => covered.length === ids.length);
  const partial = [...all].filter(([, { ids, covered }]) => covered.length > 0 && covered.length < ids.length);
  return {
    complete: new Map(complete.map(([line, { ids }]) => [line, ids])),
    partial: new Map(partial.map(([line, { covered }]) => [line, covered])),
  };
}

/**
 * Whether two years' figures cover the same: both the whole organisation as it was in each year, or the same lines of
 * org units. Two hospitals that were merged are covered by the one they became; one of the two alone is not.
 */
export function isSameCoverage(before: Cover, now: Cover, lineOf: (id: string) => string): boolean {
  if (before.covers === null && now.covers === null) return true;
  const [was, is] = [linesOf(before, lineOf), linesOf(now, lineOf)];
  return (
    was.complete.size === is.complete.size &&
    [...was.complete.keys()].every((line) => is.complete.has(line)) &&
    was.partial.size === is.partial.size &&
    [...was.partial].every(([line, ids]) => isSameList(ids, is.partial.get(line)))
  );
}

/** The lines that both years' figures cover wholly. */
export function sharedLines(before: Cover, now: Cover, lineOf: (id: string) => string): string[] {
  const { complete } = linesOf(now, lineOf);
  return [...linesOf(before, lineOf).complete.keys()].filter((line) => complete.has(line));
}

function isSameList(a: string[], b: string[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((id) => b.includes(id));
}
