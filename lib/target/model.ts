import type { TargetJudgement, TargetState, TargetView } from "@/lib/figure/model";
import {
  add,
  compare,
  divide,
  fraction,
  hundred,
  multiply,
  round,
  subtract,
  type Fraction,
} from "@/lib/number/fraction";
import { measure, underRepresented, type Quantity } from "@/lib/quantity/model";

/** A target as stored: what it says, and the year it was set in (null: always known). */
export type StoredTarget = Omit<TargetView, "limit"> & { setInYear: number | null };

/** What judging needs to know of the KPI's series: the exact figure of a year, null where there is none. */
export type Series = (year: number) => Quantity | null;

/**
 * The target a year is judged by: the one for that year, else the next one ahead; of those already set in that year.
 * Null when there is none.
 */
export function targetInForce(targets: StoredTarget[], year: number): StoredTarget | null {
  const ahead = targets.filter(
    (target) => target.year >= year && (target.setInYear === null || target.setInYear <= year),
  );
  return ahead.reduce<StoredTarget | null>(
    (nearest, target) => (!nearest || target.year < nearest.year ? target : nearest),
    null,
  );
}

/** Judges a year's figure by the rules of the closed list of states, and says which comparison decided. Rounds only what it shows, to `decimals`. */
export function judgeTarget(
  year: number,
  series: Series,
  stored: StoredTarget | null,
  decimals: number,
): TargetJudgement {
  if (!stored) return { state: "noTarget", target: null, rule: null };
  const limit = limitOf(stored, series);
  const target = {
    ...shown(stored),
    limit: limit && round(limit, stored.kind === "reduction" ? decimals : stored.scale),
  };
  const current = series(year);
  if (!current) return { state: "noData", target, rule: null };
  if (stored.baselineYear === year) return { state: "baseline", target, rule: null };
  if (!limit) return { state: "noData", target, rule: null };
  const value = measure(current);
  const satisfied = satisfies(value, stored, limit);
  const subject = current.kind === "split" ? underRepresented(current) : "value";
  const rule = {
    subject,
    left: round(value, decimals),
    sign: signOf(stored, satisfied),
    right: target.limit!,
  } as const;
  return { state: stateOf(year, value, series, stored, limit, satisfied), target, rule };
}

function shown({ setInYear: _, ...target }: StoredTarget): Omit<TargetView, "limit"> {
  return target;
}

/** The limit in the KPI's own unit of measure; of a split, the smaller share; of a reduction, from the baseline year's figure. */
function limitOf(target: StoredTarget, series: Series): Fraction | null {
  if (target.kind === "split")
    return measure({ kind: "split", men: fraction(target.men!), women: fraction(target.women!) });
  if (target.kind !== "reduction") return fraction(target.amount!);
  const baseline = target.baselineYear === null ? null : series(target.baselineYear);
  return baseline && multiply(measure(baseline), divide(subtract(hundred, fraction(target.amount!)), hundred)!);
}

function satisfies(value: Fraction, target: StoredTarget, limit: Fraction): boolean {
  const side = compare(value, limit);
  switch (target.kind) {
    case "atLeast":
    case "split":
      return side >= 0;
    case "above":
      return side > 0;
    case "below":
      return side < 0;
    case "atMost":
    case "reduction":
      return side <= 0;
  }
}

const signs = {
  atLeast: ["≥", "<"],
  split: ["≥", "<"],
  above: [">", "≤"],
  below: ["<", "≥"],
  atMost: ["≤", ">"],
  reduction: ["≤", ">"],
} as const;

function signOf(target: StoredTarget, satisfied: boolean) {
  return signs[target.kind][satisfied ? 0 : 1];
}

function stateOf(
  year: number,
  value: Fraction,
  series: Series,
  target: StoredTarget,
  limit: Fraction,
  satisfied: boolean,
): TargetState {
  if (year >= target.year) return satisfied ? "met" : "missed";
  if (satisfied) return "alreadyMet";
  const start = startOfLine(year, series, target);
  if (!start) return "behind";
  const elapsed = divide(fraction(String(year - start.year)), fraction(String(target.year - start.year)))!;
  const expected = add(start.value, multiply(subtract(limit, start.value), elapsed));
  const side = compare(value, expected);
  const falls = target.kind === "below" || target.kind === "atMost" || target.kind === "reduction";
  return (falls ? side <= 0 : side >= 0) ? "onTrack" : "behind";
}

/** The line starts at the baseline, or at the first figure after the target was set; null while there is neither. */
function startOfLine(year: number, series: Series, target: StoredTarget): { year: number; value: Fraction } | null {
  const first = target.baselineYear ?? (target.setInYear === null ? year : target.setInYear + 1);
  for (let candidate = first; candidate < year; candidate++) {
    const quantity = series(candidate);
    if (quantity) return { year: candidate, value: measure(quantity) };
    if (target.baselineYear !== null) return null;
  }
  return null;
}
