import type { CommitmentStatus } from "@/lib/database/generated/enums";
import { isSettled } from "@/lib/commitment/model";

/** A commitment as handing on asks for it. */
export type Transferable = { id: string; isRequired: boolean; status: CommitmentStatus };

/**
 * What an org unit that closes hands on: its own commitments that are neither done nor dropped. Requirements stay
 * behind, because whoever takes over meets them already.
 */
export function toHandOn<Given extends Transferable>(commitments: readonly Given[]): Given[] {
  return commitments.filter(({ isRequired, status }) => !isRequired && !isSettled(status));
}

/** Who takes what over, as chosen; null for what nobody was named for. */
export function unassigned(commitments: readonly Transferable[], parts: ReadonlyMap<string, string>): Transferable[] {
  return toHandOn(commitments).filter(({ id }) => !parts.has(id));
}
