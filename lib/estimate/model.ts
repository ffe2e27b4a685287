import type { ValueKind } from "@/lib/database/generated/enums";
import type { Figure } from "@/lib/figure/model";
import { percentChange, round, subtract } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import { measure, numberQuantity, splitQuantity } from "@/lib/quantity/model";

/** Whose estimate it is, of which KPI and year. */
export type EstimatePlace = {
  code: string;
  name: string;
  unitOfMeasure: string;
  valueKind: ValueKind;
  orgUnitId: string;
  /** Null: the organisation as a whole. */
  orgUnit: string | null;
  year: number;
};

/** An estimate that waits for the real figure: what, on what basis, since when, and how much hangs on it. */
export type OpenEstimate = EstimatePlace & {
  figure: Figure;
  /** When it became an estimate, ISO instant. */
  since: string;
  /** Its part of the organisation's figure in whole percent; null where that cannot be said. */
  percent: DecimalText | null;
  /** Short names of the KPIs that are estimated because of it. */
  makesEstimated: string[];
};

/** What an estimate turned out to be: estimate, real figure, and what lies between. */
export type TrueUp = EstimatePlace & {
  estimate: Figure;
  actual: Figure;
  /** When the real figure came, ISO instant. */
  at: string;
} & Difference;

/** Real figure − estimate; `relative` in percent of the estimate with one decimal, null after a zero. Of a split, of the share of the under-represented sex. */
export type Difference = { absolute: DecimalText; relative: DecimalText | null };

/** What the real figure added to the estimate, exact, with the decimals of the finer of the two. */
export function trueUp(estimate: Figure, actual: Figure): Difference | null {
  const [before, after] = [exact(estimate), exact(actual)];
  if (!before || !after) return null;
  const difference = subtract(after, before);
  const percent = percentChange(before, after);
  return {
    absolute: round(difference, Math.max(estimate.decimals, actual.decimals)),
    relative: percent && round(percent, 1),
  };
}

function exact({ amount, split }: Figure) {
  if (amount !== null) return measure(numberQuantity(amount));
  return split ? measure(splitQuantity(split.men, split.women)) : null;
}

/** Codes that follow from a code in a year, directly or through others, in the order of `inputs`. */
export function dependantsOf(code: string, inputs: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set([code]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const [other, needs] of inputs) if (needs.some((need) => found.has(need))) found.add(other);
  }
  found.delete(code);
  return [...inputs.keys()].filter((other) => found.has(other));
}
