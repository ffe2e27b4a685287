import type { CellOutcome } from "@/lib/value/model";

/** Why a revision is not brought back, as a code of the messages; null: it was, or the cell says so already. */
export function restoringRefusal(outcome: CellOutcome): string | null {
  if (outcome.outcome === "conflict") return "beside.refusal.noLonger";
  if (outcome.outcome !== "refused") return null;
  return outcome.code === "periodClosed" ? "beside.refusal.periodClosed" : "beside.refusal.notHere";
}
