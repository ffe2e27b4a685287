import { Refusal } from "@/lib/access/refusal";
import type { InitiativeEase } from "@/lib/database/generated/enums";
import type { DecimalText } from "@/lib/number/model";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";

/** An initiative as it is to be; its code is given once. */
export type InitiativeDraft = {
  code: string;
  trackId: string;
  nameDa: string;
  nameEn: string;
  effectDa: string;
  effectEn: string;
  ease: InitiativeEase;
  kpiId: string | null;
  expectedEffect: DecimalText | null;
};

/** Adds an initiative to the catalogue. Refuses `setup.taken`, and a track or KPI of elsewhere by `access.notFound`. */
export async function addInitiative(setter: Setter, draft: InitiativeDraft): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const [track, kpi] = await Promise.all([
      tx.track.count({ where: { organisationId, id: draft.trackId } }),
      draft.kpiId ? tx.kpi.count({ where: { organisationId, id: draft.kpiId } }) : 1,
    ]);
    if (!track || !kpi) throw new Refusal("access.notFound");
    await tx.initiative.create({ data: { ...draft, organisationId }, select: { id: true } });
    return { action: "initiative.add", subject: draft.code, detail: { trackId: draft.trackId } };
  });
}

/** Takes an initiative out of what can be picked, or back in. Commitments that were picked from it keep it. */
export async function retireInitiative(setter: Setter, id: string, isRetired: boolean, day: string): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const known = await tx.initiative.findUnique({ where: { organisationId_id: { organisationId, id } } });
    if (!known) throw new Refusal("access.notFound");
    await tx.initiative.update({ where: { id }, data: { retiredOn: isRetired ? new Date(day) : null } });
    return { action: isRetired ? "initiative.retire" : "initiative.return", subject: known.code };
  });
}
