/** What somebody said of a value; the same list as the database's `Verdict`. */
export const verdicts = ["submitted", "approved", "returned"] as const;
export type VerdictKind = (typeof verdicts)[number];

/**
 * Where a stored value stands:
 * - `draft`: entered, and not yet said to be finished;
 * - `submitted`: finished, and waiting for somebody else;
 * - `approved`: somebody else stands by it; only such values count in a published year;
 * - `returned`: to be looked at again, with a word why.
 */
export const approvalStates = ["draft", "returned", "submitted", "approved"] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** The latest verdict on a cell: about which version of it, under which definition. */
export type LatestVerdict = { verdict: VerdictKind; version: number; definition: string };

/**
 * The state of a value, which is never stored. A change after an approval, or while it waits for one, waits by itself;
 * a change after a return must be submitted; another definition asks for everything anew.
 */
export function stateOf(latest: LatestVerdict | null, now: { version: number; definition: string }): ApprovalState {
  if (!latest || latest.definition !== now.definition) return "draft";
  if (latest.version === now.version) return latest.verdict;
  return latest.verdict === "returned" ? "draft" : "submitted";
}

/**
 * Why a verdict is not taken, a closed list:
 * - `unknown`: nothing is stored there;
 * - `periodClosed`: the year does not take it (`takesVerdict`);
 * - `changed`: somebody stored something else since it was seen;
 * - `notWaiting`: it is not submitted, so there is nothing to approve or return;
 * - `alreadySaid`: it is in that state already, or beyond it;
 * - `ownFigure`: whoever approves had a hand in it.
 */
export type VerdictRefusal = "unknown" | "periodClosed" | "changed" | "notWaiting" | "alreadySaid" | "ownFigure";

/** Whether a value of that state takes the verdict; null: it does. An approved one can still be returned. */
export function refusalIn(
  state: ApprovalState,
  verdict: VerdictKind,
): Extract<VerdictRefusal, "notWaiting" | "alreadySaid"> | null {
  const takes: Record<VerdictKind, readonly ApprovalState[]> = {
    submitted: ["draft", "returned"],
    approved: ["submitted"],
    returned: ["submitted", "approved"],
  };
  if (takes[verdict].includes(state)) return null;
  return state === verdict || verdict === "submitted" ? "alreadySaid" : "notWaiting";
}

/** In which states of its year a value takes a verdict: a restated one of a published year can still be approved. */
export const takesVerdict: Record<VerdictKind, readonly ("open" | "inReview" | "closed" | "published")[]> = {
  submitted: ["open", "inReview"],
  approved: ["open", "inReview", "published"],
  returned: ["open", "inReview"],
};

/** How many values are in each state. */
export type ApprovalCounts = Record<ApprovalState, number>;

/** Values that count for nothing yet. */
export function unapproved({ draft, returned, submitted }: ApprovalCounts): number {
  return draft + returned + submitted;
}

/** What became of a bulk of verdicts: how many were given, and how many were refused, by reason. */
export type VerdictOutcome = { given: number; refused: Partial<Record<VerdictRefusal, number>> };

/** A verdict as people see it. `by` is empty for a person who was erased. */
export type VerdictView = { verdict: VerdictKind; version: number; comment: string; by: string; at: string };

/** Where a value stands, and who said so last. */
export type CellApproval = {
  state: ApprovalState;
  /** The latest verdict, whatever has changed since; null: nobody has said anything. */
  last: VerdictView | null;
  /** It was approved or submitted under another definition. */
  isRedefined: boolean;
};
