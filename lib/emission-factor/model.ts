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

/** A published year keeps this version. */
export type FactorPin = { year: number; factorId: string; versionId: string };

/** Everything that decides which version of a factor counts in a year. */
export type FactorBook = {
  versions: readonly FactorVersion[];
  /** In the order they were made; the latest of a factor and year counts. */
  pins: readonly FactorPin[];
  /** Years that are published. */
  published: ReadonlySet<number>;
};

/**
 * Finds the version of a factor that counts in a year: the one the year was published with, else the one of the
 * latest year up to it, and of that year the one added last. A published year that knows no version of the factor has
 * none: what was added afterwards changes it only by a restatement, which pins it (GHG Protocol, chapter 5).
 */
export function factorFinder({
  versions,
  pins,
  published,
}: FactorBook): (code: string, year: number) => FactorUse | null {
  const byCode = new Map<string, FactorVersion[]>();
  for (const version of versions) byCode.set(version.code, [...(byCode.get(version.code) ?? []), version]);
  const pinned = new Map(pins.map((pin) => [`${pin.year} ${pin.factorId}`, pin.versionId]));
  return (code, year) => {
    const all = byCode.get(code) ?? [];
    const kept = all.find((version) => pinned.get(`${year} ${version.factorId}`) === version.id);
    if (kept) return { ...kept, isPinned: true };
    const held = published.has(year) ? null : heldIn(all, year);
    return held && { ...held, isPinned: false };
  };
}

function heldIn(versions: FactorVersion[], year: number): FactorVersion | null {
  return versions
    .filter((version) => version.validFromYear <= year)
    .reduce<FactorVersion | null>((held, version) => (held && isBefore(version, held) ? held : version), null);
}

function isBefore(a: FactorVersion, b: FactorVersion): boolean {
  return a.validFromYear === b.validFromYear ? a.version < b.version : a.validFromYear < b.validFromYear;
}
