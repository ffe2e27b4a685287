import { partsBelow } from "@/lib/consolidation/model";
import { whyMissed, type Missed } from "@/lib/coverage/missed/model";
import type { FactorUse } from "@/lib/emission-factor/model";
import { evaluator, type Beside, type Evaluated, type Facts, type Rule } from "@/lib/evaluation/model";
import { narrowedTo } from "@/lib/evaluation/narrowing/model";
import type { Figure } from "@/lib/figure/model";
import { versionIn } from "@/lib/kpi/model";
import { compare, fraction, negate, round, subtract, type Fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import type { OrgUnitNode, Tree } from "@/lib/org-unit/model";
import { measure } from "@/lib/quantity/model";
import type { SeriesBreakView } from "@/lib/series-break/model";
import { figureOf } from "@/lib/year-view/model";
import { expressionOf, summandsOf, tokensOf, type Token } from "./expression/model";
import { leafAmount, workedOut } from "./worked/model";

/** Where a figure stands. */
export type Place = { code: string; orgUnitId: string; year: number };

/** A KPI's name and unit of measure as they were in a year, in one language. */
export type Description = { name: string; unitOfMeasure: string };

/** An org unit as a lineage names it. */
export type OrgUnitName = Pick<OrgUnitNode, "id" | "code" | "name" | "isRoot">;

/** A figure before it was rounded; `isWhole`: all of its decimals are written. */
export type Unrounded = { amount: DecimalText; isWhole: boolean };

/** A summand of a formula, written out, and what it comes to. */
export type Term = { tokens: Token[]; amount: Unrounded | null };

/** An org unit that a consolidated figure should cover and does not, and what its cell says. */
export type Absent = { orgUnit: OrgUnitName; status: Missed; basis: string };

/** How a figure came about: what it follows from, down to what was entered. */
export type Lineage = Description & {
  code: string;
  orgUnit: OrgUnitName;
  year: number;
  /** As printed; empty where it is hidden. */
  figure: Figure;
  unrounded: Unrounded | null;
  /** It is about so few people that whoever asks may not see it (lib/suppression). */
  isHidden: boolean;
  /** What it is: entered, imported or derived; calculated; consolidated; or nobody has said anything. */
  made: "entered" | "calculated" | "consolidated" | "nothing";
  /** The formula it is calculated by, summand by summand. */
  terms: Term[];
  /** What goes into its formula, in the formula's order. */
  inputs: Lineage[];
  /** Versions of the emission factors its formula uses. */
  factors: FactorUse[];
  /** The figures of org units it is made of; beside an entered figure, those that stand beside it. Weight: what each counts by. */
  parts: { lineage: Lineage; weight: DecimalText | null }[];
  consolidation: "sum" | "weighted" | null;
  absent: Absent[];
  /** The figure that stands beside this one and does not count (what was entered, or what the org units come to), and what the org units come to beyond what was entered. */
  beside: { made: "entered" | "consolidated"; amount: Unrounded; difference: Unrounded } | null;
};

/** What a lineage is drawn from. */
export type World = {
  evaluate(code: string, orgUnitId: string, year: number): Evaluated;
  beside(code: string, orgUnitId: string, year: number): Beside | null;
  tree(year: number): Tree;
  facts: Facts;
  describe(code: string, year: number): Description | null;
  breaksOf(code: string): readonly SeriesBreakView[];
  isHidden(place: Place): boolean;
};

/** Decimals beyond the printed ones that an endless number is written with. */
const EXTRA_DECIMALS = 4;

/** The whole lineage of a figure. Null where the year knows no such KPI, or no such org unit. */
export function lineageOf(place: Place, world: World, above: ReadonlySet<string> = new Set()): Lineage | null {
  const { code, orgUnitId, year } = place;
  const description = world.describe(code, year);
  const tree = world.tree(year);
  const node = tree.nodes.get(orgUnitId);
  const key = `${code} ${orgUnitId}`;
  // A formula that leads back to itself has no figure, and its lineage ends where it began.
  if (!description || !node || above.has(key)) return null;
  const rule = versionIn(world.facts.rules.get(code) ?? [], year);
  const cell = world.evaluate(code, orgUnitId, year);
  const isHidden = world.isHidden(place);
  const head = { ...description, code, year, orgUnit: orgUnitName(node), isHidden, made: madeOf(cell) };
  const leaf = { terms: [], inputs: [], factors: [], parts: [], consolidation: null, absent: [], beside: null };
  if (isHidden) return { ...head, ...leaf, figure: blank(year), unrounded: null };
  const path = new Set([...above, key]);
  const figure = figureOf(year, cell, rule?.decimals ?? null, tree);
  const own = { ...head, figure, unrounded: unroundedOf(cell, figure.decimals) };
  if (!rule?.formula) return { ...own, ...leaf, ...below(place, rule, cell, world, path) };
  const inside = narrowedFor(place, cell, world);
  return {
    ...own,
    ...leaf,
    terms: termsOf(place, rule, inside),
    inputs: cell.inputs.flatMap((input) => lineageOf({ ...place, code: input }, inside, path) ?? []),
    factors: cell.factors,
  };
}

function madeOf({ origin, status }: Evaluated): Lineage["made"] {
  if (origin === "calculated" || origin === "consolidated") return origin;
  return origin === null && status === "missing" ? "nothing" : "entered";
}

/** An org unit as a lineage names it. */
function orgUnitName({ id, code, name, isRoot }: OrgUnitNode): OrgUnitName {
  return { id, code, name, isRoot };
}

/** What a calculation saw: where its inputs cover different org units, only those they share (lib/evaluation). */
function narrowedFor({ code, orgUnitId, year }: Place, cell: Evaluated, world: World): World {
  const { covers } = cell;
  const differ = cell.inputs.some((input) => {
    const used = world.evaluate(input, orgUnitId, year);
    return used.quantity !== null && used.covers?.size !== covers?.size;
  });
  if (!covers || !differ) return world;
  const facts = narrowedTo(world.facts, covers, world.tree);
  const narrowed = evaluator(facts);
  return narrowed.evaluate(code, orgUnitId, year).quantity ? { ...world, ...narrowed, facts } : world;
}

function termsOf(place: Place, rule: Rule, world: World): Term[] {
  const { orgUnitId, year } = place;
  const units = { kind: rule.formula!.kind, unitOfResult: rule.unitOfMeasure };
  const workings = {
    amountOf: (code: string) => {
      const { quantity } = world.evaluate(code, orgUnitId, year);
      return quantity && measure(quantity);
    },
    unitOf: (code: string) => versionIn(world.facts.rules.get(code) ?? [], year)?.unitOfMeasure ?? null,
    factorOf: (code: string) => world.facts.factorOf(code, year),
  };
  return summandsOf(expressionOf(rule.formula!)).map(({ sign, term }) => {
    const amount = workedOut(term, units, (leaf) => leafAmount(leaf, units, workings));
    const signed = amount && (sign === "−" ? negate(amount) : amount);
    return { tokens: tokensOf(term), amount: signed && unrounded(signed, (rule.decimals ?? 0) + 2) };
  });
}

/** The org units' figures below one, the lowest org units that have none, and what stands beside it. */
function below(
  place: Place,
  rule: Rule | null,
  cell: Evaluated,
  world: World,
  path: ReadonlySet<string>,
): Pick<Lineage, "parts" | "consolidation" | "absent" | "beside"> {
  const { code, orgUnitId, year } = place;
  const tree = world.tree(year);
  const stored = (id: string) => world.facts.stored(code, id, year);
  const both = world.beside(code, orgUnitId, year);
  const ids =
    cell.origin === "consolidated"
      ? cell.parts
      : (both?.consolidated.parts ??
        partsBelow(tree, orgUnitId, (id) => (stored(id)?.quantity ? id : null)).map(({ orgUnit }) => orgUnit.id));
  const isConsolidated = rule?.collectionLevel === "orgUnit" && rule.consolidation !== "none";
  const missed = whyMissed(world.facts, world.evaluate, { code, year });
  const covered = new Set(ids.flatMap((id) => tree.leavesBelow(id).map((node) => node.id)));
  const expected = isConsolidated && tree.childrenOf(orgUnitId).length > 0 ? tree.leavesBelow(orgUnitId) : [];
  const weightCode = rule?.consolidation === "weighted" ? rule.weightCode : null;
  const weightOf = (id: string) => {
    if (!weightCode || world.isHidden({ code: weightCode, orgUnitId: id, year })) return null;
    return unroundedOf(world.evaluate(weightCode, id, year), 0)?.amount ?? null;
  };
  const other = both && (both.counts === "entered" ? both.consolidated : both.entered);
  const decimals = rule?.decimals ?? other?.scale ?? 0;
  const amount = other && unroundedOf(other, decimals);
  const difference = both && unrounded(differenceOf(both), decimals + EXTRA_DECIMALS);
  return {
    parts: ids.flatMap((id) => {
      const lineage = lineageOf({ ...place, orgUnitId: id }, world, path);
      return lineage ? [{ lineage, weight: lineage.isHidden ? null : weightOf(id) }] : [];
    }),
    consolidation: cell.origin === "consolidated" && rule && rule.consolidation !== "none" ? rule.consolidation : null,
    absent: expected
      .filter(({ id }) => !covered.has(id))
      .map((node) => ({
        orgUnit: orgUnitName(node),
        status: missed(node.id),
        basis: stored(node.id)?.basis ?? "",
      })),
    beside: amount &&
      difference && { made: both.counts === "entered" ? "consolidated" : "entered", amount, difference },
  };
}

function differenceOf({ entered, consolidated }: Beside): Fraction {
  return subtract(measure(consolidated.quantity!), measure(entered.quantity!));
}

function unroundedOf({ quantity }: Evaluated, decimals: number): Unrounded | null {
  return quantity?.kind === "number" ? unrounded(quantity.amount, decimals + EXTRA_DECIMALS) : null;
}

/** A number with as many decimals as it has, up to so many (at least six are tried). */
export function unrounded(amount: Fraction, most: number): Unrounded {
  const text = round(amount, Math.max(most, 6));
  const whole = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  if (compare(fraction(text), amount) === 0) return { amount: whole, isWhole: true };
  return { amount: round(amount, most), isWhole: false };
}

function blank(year: number): Figure {
  const nothing = { amount: null, split: null, origin: null, coverage: null, basis: "", comment: "", source: "" };
  return { ...nothing, year, status: "missing", decimals: 0, isExample: false, lacks: [], restated: null };
}

/** Every lineage within one, itself first, each once. */
export function withinLineage(lineage: Lineage): Lineage[] {
  const found = new Map<string, Lineage>();
  const visit = (one: Lineage) => {
    const key = keyOf(one);
    if (found.has(key)) return;
    found.set(key, one);
    for (const input of one.inputs) visit(input);
    for (const part of one.parts) visit(part.lineage);
  };
  visit(lineage);
  return [...found.values()];
}

/** What sets a figure apart from every other of its organisation. */
export function keyOf({ code, orgUnit, year }: Pick<Lineage, "code" | "orgUnit" | "year">): string {
  return `${code} ${orgUnit.id} ${year}`;
}
