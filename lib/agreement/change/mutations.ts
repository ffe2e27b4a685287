import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Agreement, Prisma } from "@/lib/database/generated/client";
import { mayChange, type AgreementActor } from "./model";

/** What was done, as the audit trail keeps it. */
export type Act = { action: string; subject: string; detail?: Prisma.InputJsonObject };

/** An agreement with what every change of it asks for. */
export type Held = Agreement & {
  orgUnit: { code: string; name: string };
  period: { code: string; from: Date; to: Date; previousId: string | null };
};

/** Which agreement, and the version the person saw; null: whatever it is now. */
export type Seen = { agreementId: string; seen: number | null };

/**
 * Changes an agreement in one transaction with its line in the audit trail. One at a time: whoever saw an older version
 * is refused by `agreement.changedMeanwhile`. An agreement of elsewhere, or of an org unit the person does not act for,
 * does not exist: `access.notFound`. One that has ended takes no change: `agreement.ended`.
 */
export async function changeAgreement<Answer>(
  actor: AgreementActor,
  { agreementId, seen }: Seen,
  job: (tx: Prisma.TransactionClient, agreement: Held) => Promise<Act & { answer?: Answer }>,
): Promise<Answer | undefined> {
  return database.$transaction(async (tx) => {
    const agreement = await holdAgreement(tx, actor, { agreementId, seen });
    const { answer, ...act } = await job(tx, agreement);
    const { organisationId, actorId } = actor;
    await recordAudit(tx, { organisationId, actorId, door: "page", ...act });
    return answer;
  });
}

/** Locks the agreement until the transaction ends, and gives it its next version. */
async function holdAgreement(
  tx: Prisma.TransactionClient,
  actor: AgreementActor,
  { agreementId, seen }: Seen,
): Promise<Held> {
  const { organisationId } = actor;
  await tx.$executeRaw`SELECT 1 FROM "Agreement" WHERE id = ${agreementId}::uuid AND "organisationId" = ${organisationId}::uuid FOR UPDATE`;
  const agreement = await tx.agreement.findUnique({
    where: { organisationId_id: { organisationId, id: agreementId } },
    include: { orgUnit: { select: { code: true, name: true } }, period: true },
  });
  if (!agreement || !mayChange(actor, agreement.orgUnitId)) throw new Refusal("access.notFound");
  if (agreement.state === "closed" || agreement.state === "handedOn") throw new Refusal("agreement.ended");
  if (seen !== null && agreement.version !== seen) throw new Refusal("agreement.changedMeanwhile");
  await tx.agreement.update({
    where: { id: agreementId },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  return agreement;
}

/** Adds an act to the life of an agreement. */
export async function recordStep(
  tx: Prisma.TransactionClient,
  { organisationId, actorId }: AgreementActor,
  step: { agreementId: string; act: Prisma.AgreementStepCreateManyInput["act"]; edition: number; note?: string },
): Promise<void> {
  const position = 1 + (await tx.agreementStep.count({ where: { agreementId: step.agreementId } }));
  await tx.agreementStep.createMany({ data: [{ organisationId, actorId, position, note: "", ...step }] });
}

/** How an agreement is named in the trail. */
export function subjectOf({ orgUnit, period }: Held): string {
  return `${orgUnit.code} ${period.code}`;
}
