import { Refusal } from "@/lib/access/refusal";
import { requireInDrafts } from "@/lib/agreement/period/mutations";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";

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
    const concerned = { organisationId, periodId, ...(orgUnitId ? { orgUnitId } : {}) };
    const late = await tx.agreement.count({ where: { ...concerned, state: { not: "draft" } } });
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
