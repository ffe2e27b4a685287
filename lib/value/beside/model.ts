import { takesVerdict, type CellApproval, type VerdictView } from "@/lib/approval/model";
import type { PeriodState } from "@/lib/database/generated/enums";
import type { DiscussionView } from "@/lib/discussion/model";
import type { EvidenceView } from "@/lib/evidence/model";
import type { StoredCell } from "@/lib/value/model";
import { isOpenForEntry } from "@/lib/value/sheet/model";

/** What the person may do about a value, as far as role and year decide. */
export type BesideActs = {
  addEvidence: boolean;
  withdraw: boolean;
  discuss: boolean;
  restore: boolean;
  submit: boolean;
  approve: boolean;
  sendBack: boolean;
};

/** A revision as people see it. `restores`: the earlier version it brought back. */
export type Revision = StoredCell & { door: string; restores: number | null };

/** Everything that stands beside one value. */
export type BesideView = {
  /** The address of the cell: org unit and KPI by code. */
  place: { org: string; year: number; unit: string; code: string };
  stored: StoredCell | null;
  evidence: EvidenceView[];
  discussions: DiscussionView[];
  /** All revisions, the newest first. */
  history: Revision[];
  /** Where the value stands; null: nothing is stored. */
  approval: CellApproval | null;
  /** What was said of it, the newest first. */
  verdicts: VerdictView[];
  acts: BesideActs;
};

/** Signs of a cell: how much evidence backs it, and how many discussions about it are open. */
export type BesideCount = { evidence: number; open: number };

/** The signs of several cells; cells without any are not there. */
export type BesideCounts = readonly (BesideCount & { orgUnitId: string; kpiId: string; code: string })[];

type BesidePermission =
  "evidence.add" | "evidence.withdraw" | "discussion.write" | "value.restore" | "value.submit" | "value.approve";

/**
 * What may be done in a year of that state by whoever holds these permissions. Evidence and words may be added to any
 * year, as they change no figure; what a closed or published figure rests on is not taken away.
 */
export function actsIn(state: PeriodState, holds: (permission: BesidePermission) => boolean): BesideActs {
  const open = isOpenForEntry(state);
  return {
    addEvidence: holds("evidence.add"),
    withdraw: open && holds("evidence.withdraw"),
    discuss: holds("discussion.write"),
    restore: open && holds("value.restore"),
    submit: takesVerdict.submitted.includes(state) && holds("value.submit"),
    approve: takesVerdict.approved.includes(state) && holds("value.approve"),
    sendBack: takesVerdict.returned.includes(state) && holds("value.approve"),
  };
}

/** All signs of several cells together. */
export function together(counts: Iterable<BesideCount>): BesideCount {
  let sum: BesideCount = { evidence: 0, open: 0 };
  for (const { evidence, open } of counts) sum = { evidence: sum.evidence + evidence, open: sum.open + open };
  return sum;
}
