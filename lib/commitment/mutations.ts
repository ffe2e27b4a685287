import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import type { CommitmentMeasure } from "@/lib/database/generated/enums";
import type { AgreementActor } from "@/lib/agreement/change/model";
import { changeAgreement, subjectOf, type Held, type Seen } from "@/lib/agreement/change/mutations";
import type { TypedMilestone } from "@/lib/commitment/milestone/model";
import type { DecimalText } from "@/lib/number/model";

/** A commitment as it is to be. */
export type CommitmentDraft = {
  trackId: string;
  initiativeId: string | null;
  text: string;
  responsible: string;
  deadline: string;
  measure: CommitmentMeasure;
  kpiId: string | null;
  targetAmount: DecimalText | null;
  expectedEffect: DecimalText | null;
  milestones: TypedMilestone[];
};

/**
 * Adds an own commitment to a draft, or changes one there. Refuses `agreement.notDraft`; ids of elsewhere, an initiative
 * of another track among them, do not exist. What a requirement says is kept: of it only who, when and how can change.
 */
export async function saveCommitmentOf(
  actor: AgreementActor,
  seen: Seen,
  id: string | null,
  draft: CommitmentDraft,
): Promise<string> {
  const saved = await changeAgreement(actor, seen, async (tx, agreement) => {
    requireDraft(agreement);
    const known = id ? await tx.commitment.findFirst({ where: { id, agreementId: agreement.id } }) : null;
    if (id && !known) throw new Refusal("access.notFound");
    await requireKnown(tx, agreement.organisationId, draft, known);
    if (new Date(draft.deadline) < agreement.period.from || new Date(draft.deadline) > agreement.period.to)
      throw new Refusal("agreement.outsidePeriod", {}, "deadline");
    const { milestones, deadline, trackId, initiativeId, ...said } = draft;
    const data = { ...said, deadline: new Date(deadline) };
    const fixed = known?.requirementId ? {} : { trackId, initiativeId };
    const row = known
      ? await tx.commitment.update({ where: { id: known.id }, data: { ...data, ...fixed } })
      : await tx.commitment.create({
          data: {
            ...{ ...data, trackId, initiativeId },
            organisationId: agreement.organisationId,
            agreementId: agreement.id,
            position: await nextPosition(tx, agreement.id),
            origin: initiativeId ? "catalogue" : "anew",
          },
        });
    await replaceMilestones(tx, agreement.organisationId, row.id, milestones);
    return {
      action: known ? "commitment.change" : "commitment.add",
      subject: subjectOf(agreement),
      detail: { commitmentId: row.id, trackId: row.trackId },
      answer: row.id,
    };
  });
  return saved!;
}

/** Takes an own commitment out of a draft. Refuses `agreement.requirementStays`, and `agreement.followedUpStays` for one that something has been said of. */
export async function removeCommitmentOf(actor: AgreementActor, seen: Seen, id: string): Promise<void> {
  await changeAgreement(actor, seen, async (tx, agreement) => {
    requireDraft(agreement);
    const known = await tx.commitment.findFirst({
      where: { id, agreementId: agreement.id },
      include: { _count: { select: { followUps: true } } },
    });
    if (!known) throw new Refusal("access.notFound");
    if (known.requirementId) throw new Refusal("agreement.requirementStays");
    if (known._count.followUps > 0) throw new Refusal("agreement.followedUpStays");
    await tx.commitment.delete({ where: { id } });
    return {
      action: "commitment.remove",
      subject: subjectOf(agreement),
      detail: { commitmentId: id, text: known.text },
    };
  });
}

function requireDraft({ state }: Held): void {
  if (state !== "draft") throw new Refusal("agreement.notDraft");
}

async function requireKnown(
  tx: Prisma.TransactionClient,
  organisationId: string,
  { trackId, initiativeId, kpiId, text }: CommitmentDraft,
  known: { requirementId: string | null; initiativeId: string | null } | null,
): Promise<void> {
  const [track, kpi, initiative] = await Promise.all([
    tx.track.count({ where: { organisationId, id: trackId } }),
    kpiId ? tx.kpi.count({ where: { organisationId, id: kpiId } }) : 1,
    initiativeId ? tx.initiative.findFirst({ where: { organisationId, id: initiativeId, trackId } }) : null,
  ]);
  if (!track || !kpi || (initiativeId && !initiative)) throw new Refusal("access.notFound");
  if (initiative?.retiredOn && initiative.id !== known?.initiativeId)
    throw new Refusal("agreement.initiativeRetired", {}, "initiativeId");
  if (text === "" && !initiativeId && !known?.requirementId) throw new Refusal("agreement.textMissing", {}, "text");
}

async function nextPosition(tx: Prisma.TransactionClient, agreementId: string): Promise<number> {
  const last = await tx.commitment.aggregate({ where: { agreementId }, _max: { position: true } });
  return (last._max.position ?? 0) + 1;
}

/** Milestones keep when they were done where their words stay. */
async function replaceMilestones(
  tx: Prisma.TransactionClient,
  organisationId: string,
  commitmentId: string,
  milestones: TypedMilestone[],
): Promise<void> {
  const before = await tx.milestone.findMany({ where: { commitmentId } });
  const doneOn = new Map(before.map((one) => [one.text, one.doneOn]));
  await tx.milestone.deleteMany({ where: { commitmentId } });
  await tx.milestone.createMany({
    data: milestones.map(({ text, dueOn }, at) => ({
      ...{ organisationId, commitmentId, text, position: at + 1 },
      dueOn: new Date(dueOn),
      doneOn: doneOn.get(text) ?? null,
    })),
  });
}
