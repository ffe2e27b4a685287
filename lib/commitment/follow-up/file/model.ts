import type { EvidenceKind } from "@/lib/evidence/model";

/** Most files that back one follow-up. */
export const mostPerFollowUp = 10;

/** A file that backs a follow-up, as people see it. */
export type FollowUpFileView = { id: string; name: string; kind: EvidenceKind; size: number; sha256: string };
