import type { CommitmentOrigin, CommitmentStatus, RollDecision } from "@/lib/database/generated/enums";

/** What can become of a commitment when the next period begins. */
export const rollDecisions = ["carryOn", "change", "copy", "end"] as const;

/** A commitment of the last period, as far as rolling it forward needs it. */
export type Rollable<Day = string> = {
  text: string;
  responsible: string;
  deadline: Day;
  status: CommitmentStatus;
};

/**
 * What a decision makes of a commitment in the next period; null: it ends. Carried on, it goes on where it was; changed,
 * it goes on to be rewritten; copied, the same is promised anew. A deadline that lies before the new period moves to its end.
 */
export function rolled<Given extends Rollable>(
  decision: RollDecision,
  commitment: Given,
  period: { from: string; to: string },
): (Given & { origin: CommitmentOrigin }) | null {
  if (decision === "end") return null;
  const origins = { carryOn: "carried", change: "changed", copy: "copied" } as const;
  const isAnew = decision === "copy" || commitment.status === "done" || commitment.status === "dropped";
  return {
    ...commitment,
    status: isAnew ? "notStarted" : commitment.status,
    deadline: commitment.deadline < period.from || decision === "copy" ? period.to : commitment.deadline,
    origin: origins[decision],
  };
}

/** What is proposed before anybody has decided: what is done or dropped ends, what never began is thought over, the rest goes on. */
export function proposedDecision(status: CommitmentStatus): RollDecision {
  if (status === "done" || status === "dropped") return "end";
  return status === "notStarted" ? "change" : "carryOn";
}
