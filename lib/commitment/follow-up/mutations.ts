import { Refusal } from "@/lib/access/refusal";
import type { CommitmentStatus } from "@/lib/database/generated/enums";
import type { AgreementActor } from "@/lib/agreement/change/model";
import { changeAgreement, subjectOf } from "@/lib/agreement/change/mutations";
import { isFollowed } from "@/lib/agreement/life/model";
import { isoDay, today } from "@/lib/agreement/period/queries";
import { database } from "@/lib/database/client";
import type { DecimalText } from "@/lib/number/model";
import { standAfter } from "./model";

/** What is said of a commitment. */
export type FollowUpDraft = {
  onDay: string;
  status: CommitmentStatus;
  text: string;
  evidence: string;
  effect: DecimalText | null;
};

/**
 * Says how far a commitment is. Refuses `agreement.notFollowed` before the first signatures, `agreement.followUpDay` for
 * a day that has not come or lies before the period, and `agreement.effectWithoutKpi`.
 */
export async function followUp(actor: AgreementActor, commitmentId: string, draft: FollowUpDraft): Promise<void> {
  const { organisationId, actorId } = actor;
  const agreementId = await agreementOf(organisationId, commitmentId);
  await changeAgreement(actor, { agreementId, seen: null }, async (tx, agreement) => {
    if (!isFollowed(agreement)) throw new Refusal("agreement.notFollowed");
    if (draft.onDay > today() || draft.onDay < isoDay(agreement.period.from))
      throw new Refusal("agreement.followUpDay", {}, "onDay");
    const commitment = await tx.commitment.findUniqueOrThrow({ where: { id: commitmentId } });
    if (draft.effect !== null && !commitment.kpiId) throw new Refusal("agreement.effectWithoutKpi", {}, "effect");
    const onDay = new Date(draft.onDay);
    await tx.followUp.createMany({ data: [{ ...draft, onDay, organisationId, commitmentId, actorId }] });
    const all = await tx.followUp.findMany({ where: { commitmentId }, orderBy: { at: "asc" } });
    const stand = standAfter(
      all.map(({ onDay, status, effect }) => ({ onDay: isoDay(onDay), status, effect: effect?.toFixed() ?? null })),
    );
    await tx.commitment.update({
      where: { id: commitmentId },
      data: { ...stand, followedUpOn: stand.followedUpOn && new Date(stand.followedUpOn) },
      select: { id: true },
    });
    const detail = { commitmentId, onDay: draft.onDay, status: draft.status, effect: draft.effect };
    return { action: "commitment.followUp", subject: subjectOf(agreement), detail };
  });
}

/** Says when a milestone was there, or that it was not after all. */
export async function reachMilestone(actor: AgreementActor, milestoneId: string, doneOn: string | null): Promise<void> {
  const { organisationId } = actor;
  const milestone = await database.milestone.findUnique({
    where: { organisationId_id: { organisationId, id: milestoneId } },
    select: { commitment: { select: { id: true, agreementId: true } } },
  });
  if (!milestone) throw new Refusal("access.notFound");
  await changeAgreement(actor, { agreementId: milestone.commitment.agreementId, seen: null }, async (tx, agreement) => {
    if (!isFollowed(agreement)) throw new Refusal("agreement.notFollowed");
    if (doneOn !== null && doneOn > today()) throw new Refusal("agreement.followUpDay", {}, "doneOn");
    await tx.milestone.update({
      where: { id: milestoneId },
      data: { doneOn: doneOn === null ? null : new Date(doneOn) },
    });
    const detail = { commitmentId: milestone.commitment.id, milestoneId, doneOn };
    return { action: "commitment.milestone", subject: subjectOf(agreement), detail };
  });
}

async function agreementOf(organisationId: string, id: string): Promise<string> {
  const found = await database.commitment.findUnique({
    where: { organisationId_id: { organisationId, id } },
    select: { agreementId: true },
  });
  if (!found) throw new Refusal("access.notFound");
  return found.agreementId;
}
