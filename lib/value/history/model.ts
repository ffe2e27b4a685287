/** What was done to a sheet, step by step, and what was taken back; the newest last. A paste is one step. */
export type History<Step> = { past: readonly Step[]; future: readonly Step[] };

/** Steps that can be taken back. */
export const mostSteps = 100;

/** Nothing done yet. */
export const noHistory: History<never> = { past: [], future: [] };

/** The history after a step was done: what had been taken back cannot be done again. */
export function recorded<Step>({ past }: History<Step>, step: Step): History<Step> {
  return { past: [...past, step].slice(-mostSteps), future: [] };
}

/** The last step, to be taken back, and the history without it; null when nothing is left. */
export function undone<Step>({ past, future }: History<Step>): { step: Step; history: History<Step> } | null {
  const step = past.at(-1);
  return step === undefined ? null : { step, history: { past: past.slice(0, -1), future: [...future, step] } };
}

/** The step taken back last, to be done again, and the history with it; null when there is none. */
export function redone<Step>({ past, future }: History<Step>): { step: Step; history: History<Step> } | null {
  const step = future.at(-1);
  return step === undefined ? null : { step, history: { past: [...past, step], future: future.slice(0, -1) } };
}
