/** How far a reporting year has come; the same list as the database's `PeriodState`. */
export type PeriodState = "open" | "inReview" | "closed" | "published";

/** A step a year can take, and whether it needs a reason. Publishing is an act of its own (lib/publication). */
export type Step = { to: Exclude<PeriodState, "published">; needsReason: boolean };

const order = ["open", "inReview", "closed"] as const;

/** The steps from a state: on to the next, or back with a reason. A published year stays so. */
export function stepsFrom(state: PeriodState): Step[] {
  const at = order.findIndex((one) => one === state);
  if (at < 0) return [];
  const on = order.slice(at + 1, at + 2).map((to) => ({ to, needsReason: false }));
  const back = order.slice(0, at).map((to) => ({ to, needsReason: true }));
  return [...on, ...back];
}
