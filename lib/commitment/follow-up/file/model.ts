import type { EvidenceKind } from "@/lib/evidence/model";

/** Most files that back one follow-up at a time. */
export const mostPerFollowUp = 10;

/** A file that backs a follow-up, as people see it. */
export type FollowUpFileView = {
  id: string;
  name: string;
  kind: EvidenceKind;
  size: number;
  sha256: string;
  /** Taken back: by whom (null: a person who was erased), on which day and why; null: it holds. */
  withdrawn: { by: string | null; on: string; reason: string } | null;
};
