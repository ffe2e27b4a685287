import type { CommitmentStatus } from "@/lib/database/generated/enums";
import type { FollowUpFileView } from "./file/model";
import type { DecimalText } from "@/lib/number/model";

/** What was said of a commitment on a day. */
export type FollowUpView = {
  id: string;
  onDay: string;
  status: CommitmentStatus;
  text: string;
  evidence: string;
  files: FollowUpFileView[];
  effect: DecimalText | null;
  by: string | null;
  isExample: boolean;
};

/** What a commitment says after its follow-ups: the newest day counts, among those of one day the one written last; an effect stays until another is reported. */
export function standAfter(
  followUps: readonly { onDay: string; status: CommitmentStatus; effect: DecimalText | null }[],
): { status: CommitmentStatus; followedUpOn: string | null; reportedEffect: DecimalText | null } {
  const inOrder = followUps
    .map((one, at) => ({ one, at }))
    .sort((a, b) => order(a.one.onDay, b.one.onDay) || a.at - b.at);
  const last = inOrder.at(-1)?.one;
  return {
    status: last?.status ?? "notStarted",
    followedUpOn: last?.onDay ?? null,
    reportedEffect: inOrder.findLast(({ one }) => one.effect !== null)?.one.effect ?? null,
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
