import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { formulaInputs } from "@/lib/kpi/model";
import { formulaSchema } from "@/lib/kpi/schema";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { requireKpi } from "@/lib/setup/kpi/finding/queries";

/**
 * Says the last year a KPI is followed in, or that it goes on. What it has stays; later years neither ask for it nor
 * show it. Refuses `access.notFound`, and `setup.ending.published` and `setup.ending.laterValues` where a year after it shows it.
 */
export async function endKpi(setter: Setter, code: string, lastYear: number | null): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const kpi = await requireKpi(tx, organisationId, code);
    const from = Math.min(lastYear ?? Infinity, kpi.lastYear ?? Infinity);
    const published = Number.isFinite(from)
      ? await tx.reportingPeriod.findFirst({ where: { organisationId, state: "published", year: { gt: from } } })
      : null;
    if (published) throw new Refusal("setup.ending.published", { year: published.year }, "lastYear");
    const later =
      lastYear !== null &&
      (await tx.yearlyValue.findFirst({
        where: { organisationId, kpiId: kpi.id, year: { gt: lastYear }, status: { not: null } },
      }));
    if (later) throw new Refusal("setup.ending.laterValues", { year: later.year }, "lastYear");
    await tx.kpi.update({ where: { id: kpi.id }, data: { lastYear }, select: { id: true } });
    return { action: "kpi.end", subject: code, detail: { before: kpi.lastYear, after: lastYear } };
  });
}

/**
 * Deletes a KPI that nothing rests on. Refuses `access.notFound`, `setup.ending.hasValues` (it can be ended instead),
 * `setup.ending.isInput` for what a formula or a weight needs, and `setup.inUse`.
 */
export async function deleteKpi(setter: Setter, code: string): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const { id: kpiId } = await requireKpi(tx, organisationId, code);
    const own = { organisationId, kpiId };
    const values = await tx.yearlyValue.count({ where: own });
    if (values > 0) throw new Refusal("setup.ending.hasValues", { count: values });
    const users = await usersOf(tx, organisationId, code, kpiId);
    if (users.length > 0) throw new Refusal("setup.ending.isInput", { codes: users.join(", ") });
    await tx.kpi.updateMany({ where: { organisationId, parentId: kpiId }, data: { parentId: null } });
    await tx.organisation.updateMany({ where: { id: organisationId, fteKpiId: kpiId }, data: { fteKpiId: null } });
    await tx.footnoteUse.deleteMany({ where: own });
    await tx.benchmark.deleteMany({ where: own });
    await tx.target.deleteMany({ where: own });
    await tx.kpiReference.deleteMany({ where: own });
    await tx.kpiCollection.deleteMany({ where: own });
    await tx.seriesBreak.deleteMany({ where: own });
    await tx.kpiVersion.deleteMany({ where: own });
    await tx.kpi.delete({ where: { id: kpiId }, select: { id: true } });
    return { action: "kpi.delete", subject: code };
  });
}

/** Deletes a pillar without KPIs and chapters. Refuses `access.notFound` and `setup.inUse`. */
export async function deletePillar(setter: Setter, code: string): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const pillar = await tx.pillar.findUnique({
      where: { organisationId_code: { organisationId, code } },
      include: { _count: { select: { kpis: true, sections: true } } },
    });
    if (!pillar) throw new Refusal("access.notFound");
    if (pillar._count.kpis + pillar._count.sections > 0) throw new Refusal("setup.inUse");
    await tx.theme.deleteMany({ where: { pillarId: pillar.id } });
    await tx.pillar.delete({ where: { id: pillar.id }, select: { id: true } });
    return { action: "pillar.delete", subject: code };
  });
}

/** Deletes an org unit that nothing hangs on. Refuses `access.notFound`, `setup.ending.unitHasValues` and `setup.inUse`. */
export async function deleteOrgUnit(setter: Setter, code: string): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const unit = await tx.orgUnit.findUnique({ where: { organisationId_code: { organisationId, code } } });
    if (!unit || unit.isRoot) throw new Refusal("access.notFound");
    const values = await tx.yearlyValue.count({ where: { organisationId, orgUnitId: unit.id } });
    if (values > 0) throw new Refusal("setup.ending.unitHasValues", { count: values });
    await tx.orgUnitPlacement.deleteMany({ where: { organisationId, orgUnitId: unit.id } });
    await tx.kpiCollection.deleteMany({ where: { organisationId, orgUnitId: unit.id } });
    await tx.orgUnit.delete({ where: { id: unit.id }, select: { id: true } });
    return { action: "orgUnit.delete", subject: code };
  });
}

/** Codes of KPIs whose formula, weight or succession names this one. */
async function usersOf(
  tx: Prisma.TransactionClient,
  organisationId: string,
  code: string,
  kpiId: string,
): Promise<string[]> {
  const others = await tx.kpi.findMany({
    where: { organisationId, code: { not: code } },
    select: { code: true, replacesId: true, versions: { select: { formula: true, weightKpiId: true } } },
  });
  return others
    .filter(
      ({ replacesId, versions }) =>
        replacesId === kpiId ||
        versions.some(
          ({ formula, weightKpiId }) =>
            weightKpiId === kpiId || (formula !== null && formulaInputs(formulaSchema.parse(formula)).includes(code)),
        ),
    )
    .map((other) => other.code);
}
