import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import type { AgreementActor } from "@/lib/agreement/change/model";
import { changeAgreement, recordStep, subjectOf, type Held, type Seen } from "@/lib/agreement/change/mutations";
import { stateAfter } from "@/lib/agreement/life/model";
import { freezeText } from "@/lib/agreement/text/mutations";
import { addCopies, copyOf } from "@/lib/commitment/rolling/mutations";
import { toHandOn, unassigned } from "./model";

/** How an agreement is handed on: why, from which day, and which org unit carries on each open commitment of its own. */
export type HandOn = { reason: string; from: string; parts: Map<string, string> };

/**
 * Puts an amendment before both parties by which others carry an org unit's agreement on. Refuses
 * `agreement.successorMissing` where an open commitment has no successor, `agreement.outsidePeriod` for the day, and
 * `access.notFound` for a successor without an agreement of its own in the period.
 */
export async function handOn(actor: AgreementActor, seen: Seen, { reason, from, parts }: HandOn): Promise<void> {
  await changeAgreement(actor, seen, async (tx, agreement) => {
    if (!actor.isCentral) throw new Refusal("access.notFound");
    if (stateAfter("handOn", { ...agreement, signatures: 0 }) === null) throw new Refusal("agreement.noSuchStep");
    const day = new Date(from);
    if (day < agreement.period.from || day > agreement.period.to)
      throw new Refusal("agreement.outsidePeriod", {}, "from");
    const open = await openCommitments(tx, agreement);
    const [left] = unassigned(open, parts);
    if (left) throw new Refusal("agreement.successorMissing", {}, `to-${left.id}`);
    await requireSuccessors(tx, agreement, [...parts.values()]);
    await tx.commitmentHandover.createMany({
      data: toHandOn(open).map(({ id }) => ({
        commitmentId: id,
        organisationId: actor.organisationId,
        toOrgUnitId: parts.get(id)!,
      })),
    });
    const edition = agreement.edition + 1;
    await tx.agreement.update({
      where: { id: agreement.id },
      data: { edition, kind: "succession", reason, handsOnFrom: day, state: "approved" },
    });
    await recordStep(tx, actor, { agreementId: agreement.id, act: "handOn", edition, note: reason });
    const sha256 = await freezeText(tx, actor, agreement);
    return { action: "agreement.handOn", subject: subjectOf(agreement), detail: { from, edition, sha256 } };
  });
}

/** Gives what an agreement hands on to its successors, each as a change of their own agreement that waits for its parties. */
export async function takeOver(tx: Prisma.TransactionClient, actor: AgreementActor, agreement: Held): Promise<void> {
  const rows = await tx.commitment.findMany({
    where: { agreementId: agreement.id, handover: { isNot: null } },
    include: { handover: true, milestones: { where: { doneOn: null }, orderBy: { position: "asc" } } },
    orderBy: { position: "asc" },
  });
  for (const toOrgUnitId of new Set(rows.map(({ handover }) => handover!.toOrgUnitId))) {
    await tx.$executeRaw`SELECT 1 FROM "Agreement" WHERE "periodId" = ${agreement.periodId}::uuid AND "orgUnitId" = ${toOrgUnitId}::uuid FOR UPDATE`;
    const successor = await tx.agreement.findFirst({ where: { periodId: agreement.periodId, orgUnitId: toOrgUnitId } });
    if (!successor || successor.state === "closed" || successor.state === "handedOn")
      throw new Refusal("agreement.successorEnded");
    const isNew = successor.state === "signed";
    await tx.agreement.update({
      where: { id: successor.id },
      data: {
        state: "draft",
        version: { increment: 1 },
        ...(isNew ? { edition: successor.edition + 1, kind: "amendment", reason: agreement.reason } : {}),
      },
    });
    if (successor.state !== "draft")
      await recordStep(tx, actor, {
        agreementId: successor.id,
        act: isNew ? "amend" : "return",
        edition: successor.edition + (isNew ? 1 : 0),
        note: agreement.reason,
      });
    const taken = rows.filter(({ handover }) => handover!.toOrgUnitId === toOrgUnitId);
    await addCopies(
      tx,
      successor,
      taken.map(({ handover: _, ...row }) => copyOf(row, { origin: "handedOn" })),
    );
  }
}

async function openCommitments(tx: Prisma.TransactionClient, { id: agreementId }: Held) {
  const rows = await tx.commitment.findMany({ where: { agreementId } });
  return rows.map(({ id, requirementId, status }) => ({ id, status, isRequired: requirementId !== null }));
}

async function requireSuccessors(tx: Prisma.TransactionClient, agreement: Held, orgUnitIds: string[]): Promise<void> {
  const ids = [...new Set(orgUnitIds)];
  const { organisationId, periodId } = agreement;
  const found = await tx.agreement.count({ where: { organisationId, periodId, orgUnitId: { in: ids } } });
  if (found !== ids.length || ids.includes(agreement.orgUnitId)) throw new Refusal("access.notFound");
}
