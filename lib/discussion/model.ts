import type { DiscussionAct } from "@/lib/database/generated/enums";

/** Longest message, characters. */
export const longestMessage = 4_000;

/** Most discussions about one value. */
export const mostPerCell = 50;

/** Most acts in one discussion: what goes on longer belongs in a new one. */
const mostActs = 200;

/** One act as people see it. `by` is empty for a person who was erased. */
export type DiscussionLine = {
  act: DiscussionAct;
  text: string;
  by: string;
  /** ISO instant. */
  at: string;
};

/** A discussion about a value, its acts in order. */
export type DiscussionView = { id: string; isExample: boolean; lines: DiscussionLine[] };

/** An open discussion in a list: what it is about by code and name, and what was said last. */
export type OpenDiscussion = {
  id: string;
  code: string;
  name: string;
  unit: string;
  orgUnitId: string;
  orgUnit: string;
  text: string;
  by: string;
  /** ISO instant. */
  at: string;
};

/**
 * Why an act is not taken, a closed list; each message says what to do:
 * - `isResolved`: a message to a discussion that was resolved meanwhile;
 * - `isOpen`: reopening what is open;
 * - `moved`: somebody has written since the person looked; what they wrote is read before it is settled;
 * - `tooMany`, `tooLong`: a bound is reached.
 */
export type DiscussionRefusal = "isResolved" | "isOpen" | "moved" | "tooMany" | "tooLong";

/** Whether a discussion waits for somebody: it is not resolved, or was reopened since. */
export function isOpen(acts: readonly DiscussionAct[]): boolean {
  return acts.filter((act) => act !== "message").at(-1) !== "resolved";
}

/** Why an act cannot follow on these; null: it can. `seen`: acts the person had read; a message may always be added to. */
export function refusalOf(acts: readonly DiscussionAct[], act: DiscussionAct, seen: number): DiscussionRefusal | null {
  const open = isOpen(acts);
  if (act === "reopened" ? open : !open) return act === "reopened" ? "isOpen" : "isResolved";
  if (act === "resolved" && seen < acts.length) return "moved";
  return acts.length >= mostActs ? "tooLong" : null;
}
