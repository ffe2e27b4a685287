import type { ApprovalState } from "@/lib/approval/model";
import type { ReviewCounts, ReviewGroup } from "../model";

/** What a value is counted by; `group`: where it belongs as long as nobody discusses it. */
export type Tallied = { orgUnitId: string; pillar: string; state: ApprovalState; group: ReviewGroup };

/** Whose values are counted and listed. */
export type Tallying<Value> = {
  isHidden(value: Value): boolean;
  isDiscussed(value: Value): boolean;
  /** Whether it meets what the review is narrowed to: that limits the groups and no count. */
  isAsked(value: Value): boolean;
  /** Values listed of each group. */
  most: number;
};

/** The values of a year counted in all, by pillar and by org unit; and by group, with the first of each. */
export type Tally<Value> = {
  all: ReviewCounts;
  byPillar: Map<string, ReviewCounts>;
  byOrgUnit: Map<string, ReviewCounts>;
  groups: Record<ReviewGroup, { total: number; first: Value[] }>;
};

/** Counts values, in one pass over them, and puts each in its group in the order given. */
export function tallyOf<Value extends Tallied>(
  values: readonly Value[],
  { isHidden, isDiscussed, isAsked, most }: Tallying<Value>,
): Tally<Value> {
  const [all, byPillar, byOrgUnit] = [none(), new Map<string, ReviewCounts>(), new Map<string, ReviewCounts>()];
  const groups: Tally<Value>["groups"] = {
    unexplained: { total: 0, first: [] },
    waiting: { total: 0, first: [] },
    explained: { total: 0, first: [] },
    usual: { total: 0, first: [] },
  };
  for (const value of values) {
    if (isHidden(value)) continue;
    const group = groups[isDiscussed(value) ? "waiting" : value.group];
    const isOpen = group === groups.unexplained && value.state !== "approved";
    for (const counts of [all, countsAt(byPillar, value.pillar), countsAt(byOrgUnit, value.orgUnitId)]) {
      counts[value.state] += 1;
      if (isOpen) counts.unexplained += 1;
    }
    if (!isAsked(value)) continue;
    group.total += 1;
    if (group.first.length < most) group.first.push(value);
  }
  return { all, byPillar, byOrgUnit, groups };
}

const none = (): ReviewCounts => ({ draft: 0, returned: 0, submitted: 0, approved: 0, unexplained: 0 });

function countsAt(counted: Map<string, ReviewCounts>, key: string): ReviewCounts {
  const known = counted.get(key);
  if (known) return known;
  const counts = none();
  counted.set(key, counts);
  return counts;
}
