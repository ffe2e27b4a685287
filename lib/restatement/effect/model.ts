import { followersOf } from "@/lib/evaluation/follower/model";
import { evaluator, type Evaluated, type Facts, type Rule } from "@/lib/evaluation/model";
import type { FigureStatus } from "@/lib/figure/model";
import { formulaFactors, versionIn } from "@/lib/kpi/model";
import { absolute, compare, percentChange, round, type Fraction } from "@/lib/number/fraction";
import { largestScale, type DecimalText } from "@/lib/number/model";
import type { Tree } from "@/lib/org-unit/model";
import { measure, roundSplit, type Quantity } from "@/lib/quantity/model";
import type { Beside } from "../beside/model";

/** What a figure said: its status and the number or split, to six decimals. */
export type Said = {
  status: FigureStatus;
  amount: DecimalText | null;
  men: DecimalText | null;
  women: DecimalText | null;
};

/** What a restatement does to one figure. */
export type Effect = {
  code: string;
  orgUnitId: string;
  year: number;
  before: Said;
  after: Said;
  /** Decimals both are printed with. */
  decimals: number;
  /** (after − before) ÷ |before| in percent, from unrounded figures, to six decimals; null where there is none. */
  percent: DecimalText | null;
  /** What changed beside the number: whom it covers, how its target judges it; null: nothing. */
  beside: Beside | null;
  isMaterial: boolean;
};

/** The figures that may differ: every KPI, org unit and year of these. */
export type Reach = { codes: string[]; orgUnitIds: string[]; years: number[] };

/** What decides whether a difference must be explained: the organisation's threshold in percent, and the years that are published. */
export type Materiality = { threshold: Fraction; published: ReadonlySet<number> };

/** What changes of a figure beside its number; null: nothing. */
export type BesideOf = (
  at: { code: string; orgUnitId: string; year: number },
  old: Evaluated,
  now: Evaluated,
  evaluate: ReturnType<typeof evaluator>["evaluate"],
) => Beside | null;

/** Decimals of a calculated figure whose KPI fixes none. */
const CALCULATED_DECIMALS = 2;

/**
 * Every figure that two sets of facts evaluate differently, within a reach, in its order. The status counts as well:
 * a figure that is no longer an estimate has changed, though its number may not have.
 */
export function effectsOf(
  before: Facts,
  after: Facts,
  reach: Reach,
  materiality: Materiality,
  besides: BesideOf = () => null,
): Effect[] {
  const [was, is] = [evaluator(before), evaluator(after)];
  return reach.codes.flatMap((code) =>
    reach.years.flatMap((year) =>
      reach.orgUnitIds.flatMap((orgUnitId) => {
        const [old, now] = [was.evaluate(code, orgUnitId, year), is.evaluate(code, orgUnitId, year)];
        const beside = besides({ code, orgUnitId, year }, old, now, was.evaluate);
        if (old.status === now.status && sameQuantity(old.quantity, now.quantity) && beside === null) return [];
        const percent = percentBetween(old.quantity, now.quantity);
        return [
          {
            code,
            orgUnitId,
            year,
            before: said(old),
            after: said(now),
            decimals: decimalsOf(after.rules.get(code) ?? [], year, now, old),
            percent: percent && round(percent, largestScale),
            beside,
            isMaterial:
              materiality.published.has(year) &&
              (isMaterial(old, now, percent, materiality.threshold) || hasTurned(beside)),
          },
        ];
      }),
    ),
  );
}

/** At or above the threshold; a figure that came or went always is, since no percentage says how much it moved. */
function isMaterial(old: Evaluated, now: Evaluated, percent: Fraction | null, threshold: Fraction): boolean {
  if (percent) return compare(absolute(percent), threshold) >= 0;
  return (old.quantity !== null || now.quantity !== null) && !sameQuantity(old.quantity, now.quantity);
}

/** No percentage says how much it is that a figure covers others, or that its target is missed after all. */
function hasTurned(beside: Beside | null): boolean {
  if (beside?.kind === "target") return beside.before.state !== beside.after.state;
  return beside?.kind === "coverage";
}

function percentBetween(old: Quantity | null, now: Quantity | null): Fraction | null {
  return old && now && percentChange(measure(old), measure(now));
}

/** Whether two figures are exactly the same number or split, or both none. */
export function sameQuantity(one: Quantity | null, other: Quantity | null): boolean {
  if (!one || !other) return one === other;
  if (one.kind === "number" && other.kind === "number") return compare(one.amount, other.amount) === 0;
  return one.kind === "split" && other.kind === "split" && compare(one.men, other.men) === 0;
}

function said({ status, quantity }: Evaluated): Said {
  const split = quantity?.kind === "split" ? roundSplit(quantity, largestScale) : null;
  return {
    status,
    amount: quantity?.kind === "number" ? round(quantity.amount, largestScale) : null,
    men: split?.men ?? null,
    women: split?.women ?? null,
  };
}

/** Decimals a figure is printed with: those its KPI fixes, else those it was entered with. */
export function decimalsOf(rules: Rule[], year: number, now: Evaluated, old: Evaluated): number {
  const { quantity, scale } = now.quantity ? now : old;
  return versionIn(rules, year)?.decimals ?? scale ?? (quantity?.kind === "split" ? 0 : CALCULATED_DECIMALS);
}

/** The KPIs that follow from a KPI or emission factor, itself included: by a formula or a weight, of any version. */
export function dependantsOf(changed: { kpi: string } | { factor: string }, rules: Map<string, Rule[]>): string[] {
  const uses = (versions: Rule[], factor: string) =>
    versions.some(({ formula }) => formula !== null && formulaFactors(formula).includes(factor));
  const first =
    "kpi" in changed
      ? [changed.kpi]
      : [...rules].flatMap(([code, versions]) => (uses(versions, changed.factor) ? [code] : []));
  const reached = followersOf(first, rules);
  return [...rules.keys()].filter((code) => reached.has(code));
}

/** An org unit and those above it, in any of these years: where a value of it can show. */
export function orgUnitsAbove(orgUnitId: string, trees: Tree[]): string[] {
  const above = new Set([orgUnitId]);
  for (const tree of trees) for (const id of tree.nodes.keys()) if (isBelow(tree, orgUnitId, id)) above.add(id);
  return [...above];
}

function isBelow(tree: Tree, orgUnitId: string, ancestorId: string): boolean {
  return tree.childrenOf(ancestorId).some(({ id }) => id === orgUnitId || isBelow(tree, orgUnitId, id));
}
