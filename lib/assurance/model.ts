/** What is done about a sampled value; the same list as the database's `AssuranceAct`. */
export type AssuranceAct = "note" | "asked" | "answered" | "concluded";

/** What an auditor concludes of a value; the same list as the database's `AssuranceConclusion`. */
export const conclusions = ["supported", "misstated", "insufficient"] as const;
export type Conclusion = (typeof conclusions)[number];

/** Longest text of an act. */
export const longestText = 4_000;

/** Most acts about one value. */
export const mostActs = 100;

/** One act as people see it. `by` is empty for a person who was erased. */
export type AssuranceLine = { act: AssuranceAct; conclusion: Conclusion | null; text: string; by: string; at: string };

/**
 * Where a sampled value stands:
 * - `open`: nothing was concluded;
 * - `waiting`: the auditor asked for more evidence and has no answer;
 * - `answered`: there is one, and nothing was concluded since;
 * - `concluded`.
 */
export type ItemState = "open" | "waiting" | "answered" | "concluded";

/** The state that follows from the acts in their order. Notes are nobody's business but the auditor's. */
export function itemStateOf(acts: readonly AssuranceAct[]): ItemState {
  const last = acts.filter((act) => act !== "note").at(-1);
  if (last === undefined) return "open";
  return last === "asked" ? "waiting" : last;
}

/** Why an act is not taken, a closed list: an answer to nothing, or too much. */
export function refusalOf(acts: readonly AssuranceAct[], act: AssuranceAct): "nothingAsked" | "tooMuch" | null {
  if (acts.length >= mostActs) return "tooMuch";
  return act === "answered" && itemStateOf(acts) !== "waiting" ? "nothingAsked" : null;
}

/** The acts somebody may see: an auditor's notes are the auditor's own. */
export function shownTo<Line extends { act: AssuranceAct }>(lines: readonly Line[], isAuditor: boolean): Line[] {
  return lines.filter(({ act }) => isAuditor || act !== "note");
}
