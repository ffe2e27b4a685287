import type { Locale } from "@/lib/language/model";
import type { DecimalText } from "@/lib/number/model";

/**
 * Which of the two accounts of scope 2 a factor belongs to (GHG Protocol, Scope 2 Guidance): the grid's average, or
 * what was bought: contracts and guarantees of origin, else the residual mix (`market`), or a supplier's own rate.
 */
export type FactorMethod = "location" | "market" | "supplier";

/** One version of an emission factor: what one unit of an activity emits, since when, and on whose word. Versions are never changed. */
export type FactorVersion = {
  id: string;
  factorId: string;
  /** Name in formulas: factor("electricity-location"). */
  code: string;
  activity: Record<Locale, string>;
  scope: 1 | 2 | 3;
  /** null: the same in both accounts, or outside scope 2. */
  method: FactorMethod | null;
  /** Where it holds: DK, DK1, EU-27. */
  region: string;
  /** 1, 2, 3 … in the order the versions were added. */
  version: number;
  /** First reporting year it holds for. */
  validFromYear: number;
  /** Exact: `unitOut` per one `unitIn`. */
  value: DecimalText;
  /** Unit of measure of the activity: MWh. */
  unitIn: string;
  /** Unit of measure of the emission: kg. */
  unitOut: string;
  source: string;
  /** ISO day on which it was read in the source. */
  retrievedOn: string;
  note: string;
  /** Worked out backwards from printed figures, not found in a source. */
  isBackCalculated: boolean;
  /** Invented for the demo. */
  isExample: boolean;
  /** Pseudonym of who added it. */
  addedBy: string;
  /** ISO instant. */
  addedAt: string;
};

/** A version as a figure used it. */
export type FactorUse = FactorVersion & {
  /** The year was published with it: a newer version changes that year only by a restatement. */
  isPinned: boolean;
};
