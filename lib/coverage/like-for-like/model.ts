import { createHash } from "node:crypto";
import { changeBetween } from "@/lib/change/model";
import { linesOf, sharedLines, type Cover } from "@/lib/coverage/model";
import { evaluator, type Evaluated, type Facts } from "@/lib/evaluation/model";
import { narrowedTo } from "@/lib/evaluation/narrowing/model";
import type { LikeForLike } from "@/lib/figure/model";
import { versionIn } from "@/lib/kpi/model";
import { lineOf, type Tree } from "@/lib/org-unit/model";

type Rules = Parameters<typeof changeBetween>[2];

/** What org units' figures come to, and of which of them; "": of all that have one. */
export type FromParts = { leaves: string; cell: Pick<Evaluated, "status" | "quantity" | "origin" | "covers"> };

/** What org units' figures of a year came to, under KPI and rule; good for as long as they and all definitions are the same. */
export type HeldIn = (year: number) => Map<string, FromParts>;

/** A year's figure of the organisation. */
export type YearFigure = { year: number; cell: Evaluated };

/** Compares two years over the org units both have; built once for a set of facts, asked for one KPI at a time. */
export type Comparer = (
  code: string,
  years: { before: YearFigure; now: YearFigure },
  rule: Rules,
) => LikeForLike | null;

/**
 * A comparison of like with like: both years are consolidated anew, from what org units entered, by the later year's
 * rule, over the lines of org units that both cover wholly. What was entered for the organisation as a whole cannot be
 * divided and is left out; null when nothing is left, or one org unit lacks in either year a part of the calculation.
 */
export function likeForLike(facts: Facts, trees: Map<number, Tree>, heldIn: HeldIn = () => new Map()): Comparer {
  const line = lineOf(facts.orgUnits);
  const { tree } = evaluator(facts, trees);
  const leavesBelow = (year: number) => tree(year).leavesBelow(tree(year).rootId);
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
  const fromLeaves = (code: string, year: number, rulesIn: number, leaves: ReadonlySet<string> | null) => {
    const [held, key] = [heldIn(year), `${code} ${rulesIn} ${leaves ? "shared" : "all"}`];
    const names = leaves
      ? createHash("sha256")
          .update([...leaves].join(" "))
          .digest("base64")
      : "";
    const known = held.get(key);
    if (known?.leaves === names) return known.cell;
    const { status, quantity, origin, covers } = partsOnly(rulesIn, leaves).evaluate(code, tree(year).rootId, year);
    const cell = { status, quantity, origin, covers: leaves ? null : covers };
    held.set(key, { leaves: names, cell });
    return cell;
  };
  return (code, { before, now }, rule) => {
    const rootIn = (year: number) => tree(year).rootId;
    // Thousands of org units' figures are added up only where that can come to something else than is known already.
    const fromParts = ({ year, cell }: YearFigure) =>
      isOfParts(code, cell, facts.rules, { year, rulesIn: now.year }) ? cell : fromLeaves(code, year, now.year, null);
    const overLeaves = (year: number, cell: FromParts["cell"], leaves: ReadonlySet<string>) =>
      cell.origin === "consolidated" && leaves.size === (cell.covers?.size ?? leavesBelow(year).length)
        ? cell
        : fromLeaves(code, year, now.year, leaves);
    const [was, is] = [fromParts(before), fromParts(now)];
    if (!was.quantity || !is.quantity) return null;
    const coverOf = (year: number, covers: Cover["covers"]) => ({ tree: tree(year), orgUnitId: rootIn(year), covers });
    const [wasCover, isCover] = [coverOf(before.year, was.covers), coverOf(now.year, is.covers)];
    const shared = new Set(sharedLines(wasCover, isCover, line));
    if (shared.size === 0) return null;
    const leavesOf = (cover: Cover) =>
      new Set([...linesOf(cover, line).complete].flatMap(([one, ids]) => (shared.has(one) ? ids : [])));
    const leavesNow = leavesOf(isCover);
    const [from, to] = [overLeaves(before.year, was, leavesOf(wasCover)), overLeaves(now.year, is, leavesNow)];
    const change = changeBetween(from, to, { ...rule, isSameCoverage: true });
    if (!change.comparable) return null;
    const orgUnits = leavesBelow(now.year).filter(({ id }) => leavesNow.has(id));
    return { change, orgUnits: orgUnits.map(({ name }) => name) };
  };
}

/** Whether a figure is already what the org units' figures come to by the rules of a year: added up, and nothing entered above them. */
function isOfParts(
  code: string,
  { origin }: Evaluated,
  rules: Facts["rules"],
  { year, rulesIn }: { year: number; rulesIn: number },
): boolean {
  const versions = rules.get(code) ?? [];
  const held = versionIn(versions, year);
  return origin === "consolidated" && held?.consolidation === "sum" && held === versionIn(versions, rulesIn);
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
