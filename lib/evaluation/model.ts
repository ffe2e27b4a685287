import { calculate } from "@/lib/calculation/model";
import { coveredBy, partsBelow, sumOf, weightedMean, type Part } from "@/lib/consolidation/model";
import type { FactorUse } from "@/lib/emission-factor/model";
import { workOut } from "@/lib/expression/evaluation/model";
import type { Problem } from "@/lib/expression/model";
import { narrowedTo } from "@/lib/evaluation/narrowing/model";
import { commonCover, firstBasis, reasonAmong } from "@/lib/evaluation/provenance/model";
import type { FigureOrigin, FigureStatus } from "@/lib/figure/model";
import { formulaInputs, versionIn } from "@/lib/kpi/model";
import type { Formula } from "@/lib/kpi/schema";
import { treeOf, type OrgUnitNode, type Placement, type Tree } from "@/lib/org-unit/model";
import { measure, type Quantity } from "@/lib/quantity/model";

/** The part of a KPI's version that evaluation follows. */
export type Rule = {
  validFromYear: number;
  unitOfMeasure: string;
  formula: Formula | null;
  collectionLevel: "organisation" | "orgUnit";
  consolidation: "sum" | "weighted" | "none";
  weightCode: string | null;
  decimals: number | null;
};

/** A figure with how it came about, still exact. */
export type Evaluated = {
  status: FigureStatus;
  quantity: Quantity | null;
  /** Decimals it was entered with; of a consolidated figure, the most of its parts; of a calculated one, null. */
  scale: number | null;
  origin: FigureOrigin | null;
  isExample: boolean;
  basis: string;
  comment: string;
  source: string;
  /** Ids of the lowest org units covered; null: all of them, or nothing to cover. */
  covers: Set<string> | null;
  /** Codes of the inputs a calculation lacks. */
  lacks: string[];
  /** Why a calculation has no figure although nothing is lacking: a division by 0, a factor without a version. */
  problem: Problem | null;
  /** Codes a calculated figure follows from, in its formula's order; all of the same org unit and year. */
  inputs: string[];
  /** Versions of emission factors its own formula used; those behind its inputs are theirs. */
  factors: FactorUse[];
  /** Ids of the org units whose figures a consolidated figure is made of. */
  parts: string[];
};

/** Everything the figures of an organisation follow from. */
export type Facts = {
  orgUnits: OrgUnitNode[];
  placements: Placement[];
  /** By code. */
  rules: Map<string, Rule[]>;
  /** What is stored for a KPI, org unit and year; null: nothing, or an emptied cell. */
  stored(code: string, orgUnitId: string, year: number): Evaluated | null;
  /** The version of an emission factor that counts in a year; null: none does. */
  factorOf(code: string, year: number): FactorUse | null;
  /** Which counts where a figure is entered and consolidated as well; without an explicit choice, the entered one. */
  counts?(code: string, orgUnitId: string, year: number): Counting;
};

/** Which of two figures of one org unit counts. */
export type Counting = "entered" | "consolidated";

/** An entered figure and the one consolidated from the org units below, side by side. */
export type Beside = { entered: Evaluated; consolidated: Evaluated; counts: Counting };

/** No figure, and nothing known about why; others are written as what they have beyond it. */
export const noFigure: Evaluated = {
  status: "missing",
  quantity: null,
  scale: null,
  origin: null,
  isExample: false,
  basis: "",
  comment: "",
  source: "",
  covers: null,
  lacks: [],
  problem: null,
  inputs: [],
  factors: [],
  parts: [],
};

/**
 * Evaluates figures on request, each once: a formula is calculated; else what was entered counts, or what is
 * consolidated from the org units below where that was chosen or nothing was entered. `trees` may be shared between
 * evaluators of the same org units, and what is known of a year between evaluators of the same facts of that year.
 */
export function evaluator(facts: Facts, trees = new Map<number, Tree>(), knownIn = apart()) {
  const narrowed = new Map<string, (code: string, orgUnitId: string, year: number) => Evaluated>();
  const covers = new Map<string, Set<string>>();
  const tree = (year: number) => remembered(trees, year, () => treeOf(year, facts.orgUnits, facts.placements));
  const evaluate = (code: string, orgUnitId: string, year: number): Evaluated => {
    const known = knownIn(year);
    const key = `${code} ${orgUnitId}`;
    // A formula that leads back to itself finds nothing here, and so has no figure.
    if (!known.has(key)) {
      known.set(key, noFigure);
      known.set(key, compute(code, orgUnitId, year));
    }
    return known.get(key)!;
  };

  function compute(code: string, orgUnitId: string, year: number): Evaluated {
    const rule = versionIn(facts.rules.get(code) ?? [], year);
    if (rule?.formula) return calculated(code, rule, rule.formula, orgUnitId, year);
    const own = facts.stored(code, orgUnitId, year);
    if (!rule || !isConsolidated(rule)) return own ?? noFigure;
    if (own && facts.counts?.(code, orgUnitId, year) !== "consolidated") return own;
    const whole = consolidated(code, rule, orgUnitId, year);
    return own && !whole.quantity ? own : whole;
  }

  /** What was entered for an org unit beside what its parts come to; null unless there are both. */
  function beside(code: string, orgUnitId: string, year: number): Beside | null {
    const rule = versionIn(facts.rules.get(code) ?? [], year);
    const entered = facts.stored(code, orgUnitId, year);
    if (!entered?.quantity || !rule || rule.formula || !isConsolidated(rule)) return null;
    const whole = consolidated(code, rule, orgUnitId, year);
    return whole.quantity
      ? { entered, consolidated: whole, counts: facts.counts?.(code, orgUnitId, year) ?? "entered" }
      : null;
  }

  function calculated(code: string, rule: Rule, formula: Formula, orgUnitId: string, year: number): Evaluated {
    const codes = formulaInputs(formula);
    const inputs = new Map(codes.map((input) => [input, evaluate(input, orgUnitId, year)]));
    const used = [...inputs.values()];
    const common = commonCover(used);
    if (common && used.some(({ quantity, covers }) => quantity && covers?.size !== common.size)) {
      // Accidents of four hospitals per full-time equivalent of eight are no rate: of all parts, only what they share.
      if (common.size === 0) return { ...noFigure, status: reasonAmong(used), lacks: codes };
      const narrowly = within(common);
      const shared = narrowly(code, orgUnitId, year);
      // Where all inputs are there and still nothing comes out, as of a division by 0, that is the answer.
      if (shared.quantity || codes.every((input) => narrowly(input, orgUnitId, year).quantity)) return shared;
    }
    const { quantity, lacks, problem, factors } = worked(formula, rule.unitOfMeasure, inputs, year);
    const provenance = {
      ...noFigure,
      origin: "calculated" as const,
      inputs: codes,
      factors,
      basis: firstBasis(used),
    };
    if (!quantity) return { ...provenance, status: reasonAmong(used), lacks, problem };
    return {
      ...provenance,
      quantity,
      status: used.some((input) => input.status === "estimated") ? "estimated" : "reported",
      isExample: [...used, ...factors].some((input) => input.isExample),
      covers: common,
    };
  }

  function worked(formula: Formula, unitOfMeasure: string, inputs: Map<string, Evaluated>, year: number) {
    const amountOfCode = (code: string) => amountOf(inputs.get(code)!);
    if (formula.kind !== "expression") return { ...calculate(formula, amountOfCode), problem: null, factors: [] };
    const unitOf = (code: string) => versionIn(facts.rules.get(code) ?? [], year)?.unitOfMeasure ?? null;
    const factorOf = (code: string) => facts.factorOf(code, year);
    const { amount, ...rest } = workOut(formula.tree, { amountOf: amountOfCode, unitOf, factorOf }, unitOfMeasure);
    return { ...rest, quantity: amount && { kind: "number" as const, amount } };
  }

  /** Evaluates from these lowest org units alone: nothing counts that was entered for more than them. */
  function within(leaves: ReadonlySet<string>) {
    return remembered(
      narrowed,
      // In the tree's order as it is: another order costs another evaluator, no other figure.
      [...leaves].join(" "),
      () => evaluator(narrowedTo(facts, leaves, tree), trees).evaluate,
    );
  }

  /** One set for all figures that cover the same: who is late is late with many KPIs. */
  function sameSet(ids: string[]): Set<string> {
    return remembered(covers, ids.join(" "), () => new Set(ids));
  }

  function consolidated(code: string, rule: Rule, orgUnitId: string, year: number): Evaluated {
    const seen: FigureStatus[] = [];
    const found = partsBelow(tree(year), orgUnitId, (id) => {
      const below = tree(year).childrenOf(id).length > 0 && facts.counts?.(code, id, year) === "consolidated";
      const cell = below ? null : facts.stored(code, id, year);
      if (cell) seen.push(cell.status);
      return cell?.quantity ? cell : null;
    });
    const weightOf = ({ orgUnit }: Part<Evaluated>) => evaluate(rule.weightCode!, orgUnit.id, year);
    // Without its weight a part says nothing of the whole: it neither counts nor is covered.
    const parts = rule.consolidation === "sum" ? found : found.filter((part) => weightOf(part).quantity);
    const weights = rule.consolidation === "sum" ? [] : parts.map(weightOf);
    const amount =
      rule.consolidation === "sum"
        ? sumOf(parts.map(amountOfPart))
        : weightedMean(parts.map((part, at) => ({ amount: amountOfPart(part), weight: amountOf(weights[at]!)! })));
    if (!amount) return { ...noFigure, status: seen.includes("pending") ? "pending" : "missing" };
    const cells = parts.map((part) => part.cell);
    const used = [...cells, ...weights];
    const covered = coveredBy(tree(year), parts);
    return {
      ...noFigure,
      status: used.some((cell) => cell.status === "estimated") ? "estimated" : "reported",
      quantity: { kind: "number", amount },
      scale: Math.max(...cells.map((cell) => cell.scale ?? 0)),
      origin: "consolidated",
      parts: parts.map((part) => part.orgUnit.id),
      isExample: used.some((cell) => cell.isExample),
      basis: firstBasis(used),
      covers: covered.length < tree(year).leavesBelow(orgUnitId).length ? sameSet(covered.map(({ id }) => id)) : null,
    };
  }

  return { evaluate, tree, beside };
}

/** Figures known, year by year. */
function apart(): (year: number) => Map<string, Evaluated> {
  const years = new Map<number, Map<string, Evaluated>>();
  return (year) => remembered(years, year, () => new Map());
}

function isConsolidated(rule: Rule): boolean {
  return rule.collectionLevel === "orgUnit" && rule.consolidation !== "none";
}

function amountOf(cell: Evaluated) {
  return cell.quantity && measure(cell.quantity);
}

function amountOfPart({ cell }: Part<Evaluated>) {
  return measure(cell.quantity!);
}

function remembered<Key, Result>(results: Map<Key, Result>, key: Key, make: () => Result): Result {
  const found = results.get(key);
  if (found !== undefined) return found;
  const made = make();
  results.set(key, made);
  return made;
}
