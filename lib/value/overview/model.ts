import type { PeriodState } from "@/lib/database/generated/enums";
import type { Progress } from "@/lib/value/sheet/model";

/** How far one org unit has come, in all and by pillar. A pillar nothing is asked in is not there. */
export type OrgUnitProgress = {
  id: string;
  code: string;
  name: string;
  isRoot: boolean;
  total: Progress;
  byPillar: Record<string, Progress>;
};

/** How far a year's collection has come. Base data without a pillar counts as the pillar `base`, whose name is null. */
export type EntryOverview = {
  year: number;
  period: { state: PeriodState; dueOn: string | null };
  pillars: { code: string; name: string | null; colour: string | null }[];
  orgUnits: OrgUnitProgress[];
};

/** All cells of a count. */
export function cellsOf({ filled, pending, missing }: Progress): number {
  return filled + pending + missing;
}

/** Two counts together. */
export function together(one: Progress, other: Progress): Progress {
  return {
    filled: one.filled + other.filled,
    pending: one.pending + other.pending,
    missing: one.missing + other.missing,
  };
}
