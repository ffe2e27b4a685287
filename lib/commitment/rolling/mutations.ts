import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/access/refusal";
import type { Commitment, Milestone, Prisma } from "@/lib/database/generated/client";
import type { CommitmentOrigin, RollDecision } from "@/lib/database/generated/enums";
import type { AgreementActor } from "@/lib/agreement/change/model";
import { changeAgreement, subjectOf, type Seen } from "@/lib/agreement/change/mutations";
import { isoDay } from "@/lib/agreement/period/queries";
import { rolled } from "./model";

/** A commitment to be added to another agreement, with the milestones still ahead. */
export type CommitmentCopy = {
  commitment: Omit<Prisma.CommitmentCreateManyInput, "agreementId" | "position">;
  milestones: { text: string; dueOn: Date }[];
};

/** What goes on of a commitment in another agreement; what was reported stays where it was reported. */
export function copyOf(
  row: Commitment & { milestones: Milestone[] },
  changed: { origin: CommitmentOrigin; status?: Commitment["status"]; deadline?: Date },
): CommitmentCopy {
  const {
    milestones,
    agreementId: _,
    position: __,
    followedUpOn: ___,
    reportedEffect: ____,
    id: fromId,
    ...kept
  } = row;
  return {
    commitment: { ...kept, ...changed, fromId, requirementId: null },
    milestones: milestones.map(({ text, dueOn }) => ({ text, dueOn })),
  };
}

/** Adds commitments at the end of a draft, in three statements however many they are. */
export async function addCopies(
  tx: Prisma.TransactionClient,
  { id: agreementId, organisationId }: { id: string; organisationId: string },
  copies: CommitmentCopy[],
): Promise<void> {
  const last = await tx.commitment.aggregate({ where: { agreementId }, _max: { position: true } });
  const first = (last._max.position ?? 0) + 1;
  const withIds = copies.map((copy, at) => ({ ...copy, id: randomUUID(), position: first + at }));
  await tx.commitment.createMany({
    data: withIds.map(({ id, position, commitment }) => ({ ...commitment, id, agreementId, position })),
  });
  await tx.milestone.createMany({
    data: withIds.flatMap(({ id: commitmentId, milestones }) =>
      milestones.map((one, at) => ({ ...one, organisationId, commitmentId, position: at + 1 })),
    ),
  });
}

/**
 * Decides what becomes of a commitment of the last period in the draft that follows it. Refuses `agreement.notDraft`
 * once that is no draft any more, and `agreement.decidedAlready`; a commitment that is not the org unit's of the last
 * period does not exist.
 */
export async function decide(
  actor: AgreementActor,
  seen: Seen,
  { commitmentId, decision, reason }: { commitmentId: string; decision: RollDecision; reason: string },
): Promise<void> {
  await changeAgreement(actor, seen, async (tx, agreement) => {
    const { organisationId, actorId } = actor;
    const { orgUnitId, period } = agreement;
    if (agreement.state !== "draft" || agreement.edition > 1) throw new Refusal("agreement.notDraft");
    const row = await tx.commitment.findFirst({
      where: {
        id: commitmentId,
        organisationId,
        requirementId: null,
        agreement: { orgUnitId, periodId: period.previousId ?? agreement.periodId, state: { not: "handedOn" } },
        NOT: { agreementId: agreement.id },
      },
      include: { decision: true, milestones: { where: { doneOn: null }, orderBy: { position: "asc" } } },
    });
    if (!row) throw new Refusal("access.notFound");
    if (row.decision) throw new Refusal("agreement.decidedAlready");
    await tx.commitmentDecision.createMany({ data: [{ commitmentId, organisationId, decision, reason, actorId }] });
    const { decision: _, milestones, ...commitment } = row;
    const days = { from: isoDay(period.from), to: isoDay(period.to) };
    const next = rolled(decision, { ...commitment, deadline: isoDay(commitment.deadline) }, days);
    if (next) {
      const { origin, status } = next;
      // A step that lies before the period has been, or was not taken: it is not promised again.
      const ahead = milestones.filter(({ dueOn }) => dueOn >= period.from);
      const copy = copyOf({ ...commitment, milestones: ahead }, { origin, status, deadline: new Date(next.deadline) });
      await addCopies(tx, agreement, [copy]);
    }
    return { action: "commitment.decide", subject: subjectOf(agreement), detail: { commitmentId, decision } };
  });
}
