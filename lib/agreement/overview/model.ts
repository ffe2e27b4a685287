import type { DecimalText } from "@/lib/number/model";

/** A period in figures. */
export type PeriodFigures = {
  agreements: number;
  signed: number;
  own: number;
  ownDone: number;
  required: number;
  requiredDone: number;
  late: number;
};

/** What the commitments of a goal's tracks have done, in one KPI's unit of measure. */
export type Contribution = {
  goalId: string;
  kpiId: string;
  commitments: number;
  known: number;
  expected: DecimalText | null;
  reported: DecimalText | null;
};

/** How many commitments serve a goal, and how many of them are done. */
export type GoalCount = { goalId: string; commitments: number; done: number; late: number };

/** One commitment that is late, as a list names it. */
export type LateLine = {
  id: string;
  orgUnit: { code: string; name: string };
  text: string;
  deadline: string;
  responsible: string;
  isExample: boolean;
};

/** A share as whole percent, rounded half away from zero; null of nothing. */
export function sharePercent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole));
}

/** By how many percentage points a share has moved, both as they are printed; null where either is unknown. */
export function movedBy(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}
