import type { AgreementState, CommitmentStatus } from "@/lib/database/generated/enums";

/** What an address narrows a list of agreements or commitments by, and which page of it is asked for. */
export type ListFilter = {
  /** A track's code. */
  track: string | null;
  /** Part of an org unit's name. */
  unit: string | null;
  /** How far an agreement is. */
  state: AgreementState | null;
  /** How far a commitment is. */
  status: CommitmentStatus | null;
  page: number;
};

/** Whether a name holds what somebody looks for, however either is written. */
export function isNamed(name: string, part: string | null): boolean {
  return part === null || name.toLocaleLowerCase("da").includes(part.toLocaleLowerCase("da"));
}
