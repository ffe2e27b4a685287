import type { World, WorldKpi, WorldOrgUnit } from "@/lib/import/world/model";
import { versionIn, isCollected } from "@/lib/kpi/model";
import { compare, fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import type { WriteRefusal } from "@/lib/value/model";

/** A figure as a save would judge it. */
export type Asked = {
  kpi: WorldKpi;
  orgUnit: WorldOrgUnit;
  year: number;
  amount: DecimalText | null;
  men: DecimalText | null;
};

/**
 * Whether a cell may be written, by the same rules as lib/value's save; in memory, because a
 * hundred thousand cells are judged in one go. tests/db/import-judgement proves that both agree. `consolidated` is said
 * of an organisation's figure that follows from its org units: like a calculated one, it is compared and not stored.
 */
export function judge({ kpi, orgUnit, year, amount, men }: Asked, world: World): WriteRefusal | "consolidated" | null {
  const state = world.periods.get(year);
  if (!state) return "noPeriod";
  const rules = versionIn(kpi.versions, year);
  if (rules?.formula) return "calculated";
  if (rules && orgUnit.isRoot && rules.collectionLevel === "orgUnit" && rules.consolidation !== "none")
    return "consolidated";
  if (state !== "open" && state !== "inReview") return "periodClosed";
  if (!rules || (rules.collectionLevel === "organisation") !== orgUnit.isRoot) return "notCollected";
  if (!orgUnit.isRoot && !isOpenAndListed(kpi, orgUnit, year)) return "notCollected";
  if (kpi.lastYear && kpi.lastYear < year) return "notCollected";
  const end = world.ended.get(`${kpi.id} ${orgUnit.id}`);
  if (end !== undefined && end < year) return "notCollected";
  if (rules.valueKind === "split" ? amount !== null : men !== null) return "wrongKind";
  if (amount === null) return null;
  if (rules.minimum !== null && isBelow(amount, rules.minimum)) return "belowMinimum";
  return rules.maximum !== null && isBelow(rules.maximum, amount) ? "aboveMaximum" : null;
}

function isOpenAndListed(kpi: WorldKpi, orgUnit: WorldOrgUnit, year: number): boolean {
  const isOpen = (orgUnit.opensOn ?? "") <= `${year}-12-31` && (orgUnit.closesOn ?? "9999") >= `${year}-01-01`;
  return isOpen && isCollected(kpi.collections, orgUnit.id, year);
}

function isBelow(one: DecimalText, other: DecimalText): boolean {
  if (other === "0") return one.startsWith("-");
  // Two decimals of at most 15 digits are in the same order as the binary numbers nearest to them; that is ten times as fast.
  if (one.length <= 15 && other.length <= 15) return Number(one) < Number(other);
  return compare(fraction(one), fraction(other)) < 0;
}
