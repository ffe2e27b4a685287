import type {
  AgreementAct,
  AgreementParty,
  AgreementState,
  AgreementTextKind,
  AssessmentVerdict,
  CommitmentMeasure,
  CommitmentOrigin,
  CommitmentStatus,
  RollDecision,
} from "@/lib/database/generated/enums";
import type { DecimalText } from "@/lib/number/model";

/** An agreement as lists name it. */
export type AgreementLine = {
  id: string;
  orgUnitId: string;
  state: AgreementState;
  edition: number;
  kind: AgreementTextKind;
  version: number;
};

/** A commitment, in one language. Days are ISO days. */
export type CommitmentView = {
  id: string;
  trackId: string;
  origin: CommitmentOrigin;
  isRequired: boolean;
  /** What it says: the org unit's own words, else those of the requirement or initiative. */
  text: string;
  /** The org unit's own words, to edit; empty where the requirement or initiative speaks. */
  ownText: string;
  initiative: { id: string; code: string; name: string } | null;
  /** Whose commitment it continues, where that was another org unit's or period's. */
  from: { orgUnit: string; period: string } | null;
  responsible: string;
  deadline: string;
  measure: CommitmentMeasure;
  kpi: { id: string; code: string; name: string; unitOfMeasure: string } | null;
  targetAmount: DecimalText | null;
  expectedEffect: DecimalText | null;
  reportedEffect: DecimalText | null;
  status: CommitmentStatus;
  followedUpOn: string | null;
  milestones: { id: string; text: string; dueOn: string; doneOn: string | null }[];
  isExample: boolean;
};

/** A text of an agreement with its signatures; names are null once a person is erased. */
export type TextView = {
  id: string;
  number: number;
  edition: number;
  kind: AgreementTextKind;
  reason: string;
  text: string;
  sha256: string;
  createdAt: Date;
  signatures: { party: AgreementParty; by: string | null; capacity: string; at: Date }[];
};

/** An act in the life of an agreement. */
export type StepView = { act: AgreementAct; edition: number; note: string; by: string | null; at: Date };

/** What was said of an agreement in a track. */
export type AssessmentView = {
  id: string;
  trackId: string;
  verdict: AssessmentVerdict | null;
  text: string;
  by: string | null;
  functions: string[];
  at: Date;
  isExample: boolean;
};

/** A commitment of the last period and what was decided about it. */
export type EarlierCommitment = {
  id: string;
  trackId: string;
  text: string;
  status: CommitmentStatus;
  decision: RollDecision | null;
  reason: string;
};

/** Everything about one agreement. */
export type AgreementView = AgreementLine & {
  periodId: string;
  orgUnit: { id: string; code: string; name: string; closesOn: string | null };
  reason: string;
  handsOnFrom: string | null;
  evaluation: string;
  isExample: boolean;
  commitments: CommitmentView[];
  texts: TextView[];
  steps: StepView[];
  assessments: AssessmentView[];
  /** Commitments of the last period that were this org unit's. */
  earlier: EarlierCommitment[];
  /** Who carries on what, once the agreement is to be handed on. */
  handovers: { commitmentId: string; orgUnit: string }[];
};

/** The newest text both parties have signed; null before the first. */
export function textInForce(texts: readonly TextView[]): TextView | null {
  const signed = texts.filter(({ signatures }) => signatures.length === 2);
  return signed.reduce<TextView | null>((last, one) => (last && last.number > one.number ? last : one), null);
}

/** The text that waits for signatures: the newest, while the agreement is approved; null otherwise. */
export function textToSign({ state, texts }: { state: AgreementState; texts: readonly TextView[] }): TextView | null {
  if (state !== "approved") return null;
  return texts.reduce<TextView | null>((last, one) => (last && last.number > one.number ? last : one), null);
}
