import { isSameCoverage } from "@/lib/coverage/model";
import { coverageEffect, effectsOf, type Effect } from "@/lib/driver/model";
import { roundedParts } from "@/lib/driver/rounding/model";
import { evaluator } from "@/lib/evaluation/model";
import { narrowedTo } from "@/lib/evaluation/narrowing/model";
import { versionIn } from "@/lib/kpi/model";
import { expressionOf, leavesInOrder, nameOf, type Leaf } from "@/lib/lineage/expression/model";
import { unrounded, type Place, type Unrounded, type World } from "@/lib/lineage/model";
import { leafAmount, workedOut, type Units, type Workings } from "@/lib/lineage/worked/model";
import { fraction, percentChange, round, type Fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import { lineOf } from "@/lib/org-unit/model";
import { measure } from "@/lib/quantity/model";

/** An effect as printed. `leaf`: what drove it, from what to what (unrounded), and its own change in percent; null: the coverage. */
export type Driven = {
  leaf: Leaf | null;
  amount: DecimalText;
  before: Unrounded | null;
  after: Unrounded | null;
  percent: DecimalText | null;
};

/** The change between two years in printed parts that add up to it. */
export type Split = {
  previous: number;
  before: DecimalText;
  after: DecimalText;
  change: DecimalText;
  decimals: number;
  effects: Driven[];
};

/**
 * Why a calculated figure changed since the year before. The later year's formula is asked of both years; there is no
 * split across a change of formula or a series break, nor where anything is lacking. With other org units than the
 * year before, the effects are those over the org units both have, and the rest is the coverage effect.
 */
export function splitOf(place: Place, world: World): Split | null {
  const { code, orgUnitId, year } = place;
  const previous = year - 1;
  const rules = world.facts.rules.get(code) ?? [];
  const [rule, old] = [versionIn(rules, year), versionIn(rules, previous)];
  const [now, then] = [world.evaluate(code, orgUnitId, year), world.evaluate(code, orgUnitId, previous)];
  if (!rule?.formula || rule.formula.kind === "split" || JSON.stringify(rule.formula) !== JSON.stringify(old?.formula))
    return null;
  if (now.quantity?.kind !== "number" || then.quantity?.kind !== "number") return null;
  if (world.isHidden(place) || world.isHidden({ ...place, year: previous })) return null;
  if (world.breaksOf(code).some((one) => one.year === year)) return null;
  const coverOf = (at: number, { covers }: typeof now) => ({ tree: world.tree(at), orgUnitId, covers });
  const isSame = isSameCoverage(coverOf(previous, then), coverOf(year, now), lineOf(world.facts.orgUnits));
  const alike = isSame ? world : narrowedToBoth(place, world);
  const expression = expressionOf(rule.formula);
  const units: Units = { kind: rule.formula.kind, unitOfResult: rule.unitOfMeasure };
  const leaves = leavesInOrder(expression);
  const [from, to] = [workingsIn(previous, orgUnitId, alike), workingsIn(year, orgUnitId, alike)];
  const drivers = leaves.flatMap((leaf) => {
    const [before, after] = [leafAmount(leaf, units, from), leafAmount(leaf, units, to)];
    const kind = leaf.kind === "kpi" ? ("activity" as const) : ("factor" as const);
    return before && after ? [{ name: nameOf(leaf), kind, before, after }] : [];
  });
  if (drivers.length < leaves.length) return null;
  const effects = effectsOf(drivers, (amountOf) => workedOut(expression, units, (leaf) => amountOf(nameOf(leaf))));
  if (!effects) return null;
  const whole = { before: then.quantity.amount, after: now.quantity.amount };
  const coverage = isSame ? null : coverageOf(place, whole, alike);
  const all: Effect[] = coverage ? [...effects, { name: "", kind: "coverage", amount: coverage }] : effects;
  const decimals = rule.decimals ?? now.scale ?? then.scale ?? 2;
  const parts = roundedParts(
    all.map(({ amount }) => amount),
    decimals,
  );
  return {
    previous,
    decimals,
    before: round(whole.before, decimals),
    after: round(whole.after, decimals),
    change: parts.whole,
    effects: all.map((_, index) => driven(leaves[index] ?? null, parts.parts[index]!, from, to)),
  };
}

/** As if only the org units had said anything that both years' figures cover. */
function narrowedToBoth({ code, orgUnitId, year }: Place, world: World): World {
  const covered = (at: number) => {
    const { covers } = world.evaluate(code, orgUnitId, at);
    const leaves = world.tree(at).leavesBelow(orgUnitId);
    return leaves.filter(({ id }) => covers?.has(id) ?? true).map(({ id }) => id);
  };
  const before = new Set(covered(year - 1));
  const facts = narrowedTo(world.facts, new Set(covered(year).filter((id) => before.has(id))), world.tree);
  return { ...world, ...evaluator(facts), facts };
}

function coverageOf(place: Place, whole: { before: Fraction; after: Fraction }, alike: World): Fraction | null {
  const figure = (year: number) => {
    const { quantity } = alike.evaluate(place.code, place.orgUnitId, year);
    return quantity && measure(quantity);
  };
  const [beforeAlike, afterAlike] = [figure(place.year - 1), figure(place.year)];
  return beforeAlike && afterAlike && coverageEffect({ ...whole, beforeAlike, afterAlike });
}

function workingsIn(year: number, orgUnitId: string, world: World): Workings {
  return {
    amountOf: (code) => {
      const { quantity } = world.evaluate(code, orgUnitId, year);
      return quantity && measure(quantity);
    },
    unitOf: (code) => versionIn(world.facts.rules.get(code) ?? [], year)?.unitOfMeasure ?? null,
    factorOf: (code) => world.facts.factorOf(code, year),
  };
}

function driven(leaf: Leaf | null, amount: DecimalText, from: Workings, to: Workings): Driven {
  const own = (workings: Workings) => {
    if (!leaf) return null;
    const factor = leaf.kind === "factor" ? workings.factorOf(leaf.code) : null;
    return leaf.kind === "kpi" ? workings.amountOf(leaf.code) : factor && fraction(factor.value);
  };
  const [before, after] = [own(from), own(to)];
  const percent = before && after && percentChange(before, after);
  const written = (value: Fraction | null) => value && unrounded(value, 4);
  return {
    leaf,
    amount,
    before: written(before),
    after: written(after),
    percent: percent && round(percent, 0),
  };
}
