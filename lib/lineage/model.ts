import { partsBelow } from "@/lib/consolidation/model";
import type { FactorUse } from "@/lib/emission-factor/model";
import type { Evaluated, Facts, Rule } from "@/lib/evaluation/model";
import type { Figure, FigureStatus } from "@/lib/figure/model";
import { versionIn } from "@/lib/kpi/model";
import { fraction, compare, round, type Fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import type { OrgUnitNode, Tree } from "@/lib/org-unit/model";
import { figureOf } from "@/lib/year-view/model";
import { expressionOf, type Expression } from "./expression/model";

/** Where a figure stands. */
export type Place = { code: string; orgUnitId: string; year: number };

/** A KPI's name and unit of measure as they were in a year, in one language. */
export type Description = { name: string; unitOfMeasure: string };

/** An org unit as a lineage names it. */
export type OrgUnitName = Pick<OrgUnitNode, "id" | "code" | "name" | "isRoot">;

/** A figure before it was rounded; `isWhole`: all of its decimals are written. */
export type Unrounded = { amount: DecimalText; isWhole: boolean };

/** An org unit that a consolidated figure should cover and does not, and what its cell says. */
export type Absent = { orgUnit: OrgUnitName; status: FigureStatus; basis: string };

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
  /** The formula it is calculated by. */
  expression: Expression | null;
  /** What goes into its formula, in the formula's order. */
  inputs: Lineage[];
  /** Versions of the emission factors its formula uses. */
  factors: FactorUse[];
  /** The figures of org units it is made of; beside an entered figure, those that stand beside it. Weight: what each counts by. */
  parts: { lineage: Lineage; weight: DecimalText | null }[];
  consolidation: "sum" | "weighted" | null;
  absent: Absent[];
};

/** What a lineage is drawn from. */
export type World = {
  evaluate(code: string, orgUnitId: string, year: number): Evaluated;
  tree(year: number): Tree;
  facts: Facts;
  describe(code: string, year: number): Description | null;
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
  const isHidden = world.isHidden(place);
  const cell = world.evaluate(code, orgUnitId, year);
  const head = { ...description, code, year, orgUnit: nameOf(node), isHidden, made: madeOf(cell) };
  const nothingBelow = { expression: null, inputs: [], factors: [], parts: [], consolidation: null, absent: [] };
  if (isHidden) return { ...head, ...nothingBelow, figure: blank(year), unrounded: null };
  const path = new Set([...above, key]);
  return {
    ...head,
    figure: figureOf(year, cell, rule?.decimals ?? null, tree),
    unrounded: unroundedOf(cell, rule),
    expression: rule?.formula ? expressionOf(rule.formula) : null,
    inputs: cell.inputs.flatMap((input) => lineageOf({ ...place, code: input }, world, path) ?? []),
    factors: cell.factors,
    ...(rule?.formula ? { parts: [], consolidation: null, absent: [] } : below(place, rule, cell, world, path)),
  };
}

function madeOf({ origin, status }: Evaluated): Lineage["made"] {
  if (origin === "calculated" || origin === "consolidated") return origin;
  return origin === null && status === "missing" ? "nothing" : "entered";
}

function nameOf({ id, code, name, isRoot }: OrgUnitNode): OrgUnitName {
  return { id, code, name, isRoot };
}

/** The org units' figures below one, and the lowest org units that have none. */
function below(
  place: Place,
  rule: Rule | null,
  cell: Evaluated,
  world: World,
  path: ReadonlySet<string>,
): Pick<Lineage, "parts" | "consolidation" | "absent"> {
  const { code, orgUnitId, year } = place;
  const tree = world.tree(year);
  const stored = (id: string) => world.facts.stored(code, id, year);
  const found = partsBelow(tree, orgUnitId, (id) => (stored(id)?.quantity ? stored(id) : null));
  const isConsolidated = rule?.collectionLevel === "orgUnit" && rule.consolidation !== "none";
  const covered = new Set(found.flatMap(({ orgUnit }) => tree.leavesBelow(orgUnit.id).map(({ id }) => id)));
  const expected = isConsolidated && tree.childrenOf(orgUnitId).length > 0 ? tree.leavesBelow(orgUnitId) : [];
  const weightOf = (id: string) => {
    const weight = rule?.weightCode && rule.consolidation === "weighted" ? rule.weightCode : null;
    const quantity =
      weight && !world.isHidden({ ...place, code: weight, orgUnitId: id })
        ? world.evaluate(weight, id, year).quantity
        : null;
    return quantity?.kind === "number" ? unrounded(quantity.amount, EXTRA_DECIMALS).amount : null;
  };
  return {
    parts: found.flatMap(({ orgUnit }) => {
      const lineage = lineageOf({ ...place, orgUnitId: orgUnit.id }, world, path);
      return lineage ? [{ lineage, weight: lineage.isHidden ? null : weightOf(orgUnit.id) }] : [];
    }),
    consolidation: cell.origin === "consolidated" && rule && rule.consolidation !== "none" ? rule.consolidation : null,
    absent: expected
      .filter(({ id }) => !covered.has(id))
      .map((node) => ({
        orgUnit: nameOf(node),
        status: stored(node.id)?.status ?? "missing",
        basis: stored(node.id)?.basis ?? "",
      })),
  };
}

function unroundedOf({ quantity }: Evaluated, rule: Rule | null): Unrounded | null {
  return quantity?.kind === "number" ? unrounded(quantity.amount, (rule?.decimals ?? 0) + EXTRA_DECIMALS) : null;
}

/** A number with as many decimals as it has, up to so many. */
export function unrounded(amount: Fraction, most: number): Unrounded {
  const text = round(amount, Math.max(most, 6));
  const whole = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  if (compare(fraction(text), amount) === 0) return { amount: whole, isWhole: true };
  return { amount: round(amount, most), isWhole: false };
}

function blank(year: number): Figure {
  return {
    year,
    status: "missing",
    amount: null,
    split: null,
    decimals: 0,
    origin: null,
    isExample: false,
    basis: "",
    comment: "",
    source: "",
    coverage: null,
    lacks: [],
  };
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
