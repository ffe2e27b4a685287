import { Refusal } from "@/lib/access/refusal";
import { requireInDrafts } from "@/lib/agreement/period/mutations";
import type { Prisma } from "@/lib/database/generated/client";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";

/** How many agreements a requirement concerns are drafts no more. */
async function countLate(
  tx: Prisma.TransactionClient,
  { organisationId, periodId, orgUnitId }: { organisationId: string; periodId: string; orgUnitId: string | null },
): Promise<number> {
  const concerned = { organisationId, periodId, ...(orgUnitId ? { orgUnitId } : {}) };
  return tx.agreement.count({ where: { ...concerned, state: { not: "draft" } } });
}

/** A requirement to be set; `orgUnitId`: of this org unit only. */
export type RequirementDraft = {
  periodId: string;
  trackId: string;
  orgUnitId: string | null;
  textDa: string;
  textEn: string;
};

/**
 * Sets a requirement, and puts it into every draft it concerns. Refuses `agreement.requirementLate` while an agreement it
 * concerns is no draft: what was proposed or signed is not changed behind anybody's back.
 */
export async function addRequirement(setter: Setter, draft: RequirementDraft): Promise<void> {
  const { organisationId } = setter;
  const { periodId, trackId, orgUnitId } = draft;
  await changeSetup(setter, async (tx) => {
    const [period, track, unit] = await Promise.all([
      tx.agreementPeriod.findUnique({ where: { organisationId_id: { organisationId, id: periodId } } }),
      tx.track.findUnique({ where: { organisationId_id: { organisationId, id: trackId } } }),
      orgUnitId ? tx.orgUnit.count({ where: { organisationId, id: orgUnitId } }) : 1,
    ]);
    if (!period || !track || !unit) throw new Refusal("access.notFound");
    const late = await countLate(tx, { organisationId, periodId, orgUnitId });
    if (late > 0) throw new Refusal("agreement.requirementLate", { count: late });
    const position = await tx.requirement.count({ where: { periodId, trackId } });
    const { id } = await tx.requirement.create({ data: { ...draft, organisationId, position }, select: { id: true } });
    await requireInDrafts(tx, periodId, id);
    return {
      action: "requirement.add",
      subject: `${period.code} ${track.code}`,
      detail: { requirementId: id, orgUnitId },
    };
  });
}

/**
 * Takes a requirement out of its period, and out of every draft it stands in: one that was mistaken is set anew. Refuses
 * `agreement.requirementLate` as setting it does, and `agreement.followedUpStays` once something was said of it.
 */
export async function removeRequirement(setter: Setter, id: string): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const found = await tx.requirement.findUnique({
      where: { organisationId_id: { organisationId, id } },
      include: { period: { select: { code: true } }, track: { select: { code: true } } },
    });
    if (!found) throw new Refusal("access.notFound");
    const late = await countLate(tx, found);
    if (late > 0) throw new Refusal("agreement.requirementLate", { count: late });
    const said = await tx.followUp.count({ where: { organisationId, commitment: { requirementId: id } } });
    if (said > 0) throw new Refusal("agreement.followedUpStays");
    await tx.commitment.deleteMany({ where: { organisationId, requirementId: id } });
    await tx.requirement.delete({ where: { id }, select: { id: true } });
    const { textDa, textEn, orgUnitId, period, track } = found;
    const detail = { before: { requirementId: id, orgUnitId, textDa, textEn } };
    return { action: "requirement.remove", subject: `${period.code} ${track.code}`, detail };
  });
}
