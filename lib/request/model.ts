import type { Progress } from "@/lib/value/sheet/model";

/** Longest message to those asked. */
export const longestMessage = 2_000;

/** A day by which something is due, as it stands today: near is a week or less. */
export type DueState = "ahead" | "soon" | "late";

/** Days before its day from which a request is near. */
export const soonDays = 7;

/** How far a day lies ahead, in whole days; negative: behind. Both are ISO days. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/** How a day by which something is due stands. On the day itself it is near, not late. */
export function dueStateOf(dueOn: string, today: string): DueState {
  const days = daysUntil(dueOn, today);
  return days < 0 ? "late" : days <= soonDays ? "soon" : "ahead";
}

/** Whether a cell waits for nobody any more: it has a figure, or a status that says why there is none. Pending will come; returned, it is asked again. */
export function isAnswered({ status, isReturned }: { status: string | null; isReturned: boolean }): boolean {
  return status !== null && status !== "pending" && !isReturned;
}

/** Whether everything asked has its answer. */
export function isDone({ pending, missing }: Progress): boolean {
  return pending + missing === 0;
}

/** The ISO day an instant falls on in a time zone. */
export function dayIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}
