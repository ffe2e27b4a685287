import type { CommitmentStatus } from "@/lib/database/generated/enums";
import { divide, fraction, hundred, isZero, multiply, round } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";

/** How far a commitment can be. */
export const commitmentStatuses = ["notStarted", "onTrack", "delayed", "done", "dropped"] as const;

/** Nothing more is to come of it. */
export function isSettled(status: CommitmentStatus): boolean {
  return status === "done" || status === "dropped";
}

/** What being late follows from. Days are ISO days, which sort as they run. */
export type Timed = { status: CommitmentStatus; deadline: string };

/** Late: the deadline has passed, or the last follow-up called it delayed, and it is neither done nor dropped. */
export function isLate({ status, deadline }: Timed, today: string): boolean {
  return !isSettled(status) && (status === "delayed" || deadline < today);
}

/** An ISO day so many months on; a day the month does not have becomes its last. */
export function monthsOn(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** When a commitment is to be followed up next: the period's months after the last time (or its first day), and no later than its last; null once it is settled. */
export function dueOn(
  { status, followedUpOn }: { status: CommitmentStatus; followedUpOn: string | null },
  period: { from: string; to: string; followUpMonths: number },
): string | null {
  if (isSettled(status)) return null;
  const since = followedUpOn !== null && followedUpOn > period.from ? followedUpOn : period.from;
  const next = monthsOn(since, period.followUpMonths);
  return next < period.to ? next : period.to;
}

/** The effect of one commitment, in the unit of measure of its KPI; null: not known, which is not nothing. */
export type Effect = { expected: DecimalText | null; reported: DecimalText | null };

/** The reported effect as whole percent of the expected one; null where either is unknown or nothing was expected. */
export function effectPercent({ expected, reported }: Effect): DecimalText | null {
  if (expected === null || reported === null || isZero(fraction(expected))) return null;
  const share = divide(multiply(fraction(reported), hundred), fraction(expected));
  return share && round(share, 0);
}
