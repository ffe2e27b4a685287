import type { AgreementState, CommitmentStatus } from "@/lib/database/generated/enums";

/** Commitments of one agreement in one track, counted. */
export type Cell = {
  trackId: string;
  /** Own commitments, and those by requirement. */
  own: number;
  required: number;
  statuses: Record<CommitmentStatus, number>;
  late: number;
};

/** One org unit's line of the matrix. */
export type MatrixRow = {
  agreementId: string;
  orgUnitId: string;
  orgUnit: { code: string; name: string; closesOn: string | null };
  state: AgreementState;
  edition: number;
  isExample: boolean;
  cells: Cell[];
};

/** What a track demands, and whether a cell has it. */
export function isShort(cell: Pick<Cell, "own"> | undefined, minimumOwn: number): boolean {
  return (cell?.own ?? 0) < minimumOwn;
}

/** How many agreements both parties have signed: those being amended too, because what was signed stays in force. */
export function countSigned(rows: readonly { state: AgreementState; edition: number }[]): number {
  return rows.filter(({ state, edition }) => edition > 1 || ["signed", "closed", "handedOn"].includes(state)).length;
}
