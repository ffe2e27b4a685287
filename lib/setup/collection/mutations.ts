import { Refusal } from "@/lib/access/refusal";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { requireKpi } from "@/lib/setup/kpi/finding/queries";

/**
 * Collects a KPI from org units, from a year on and, if it is said, until a year; a line that begins in the same year
 * is replaced. Once there is a line, it is collected nowhere else. Refuses `access.notFound` and
 * `setup.collection.yearsCrossed`.
 */
export async function collectAt(
  setter: Setter,
  code: string,
  { orgUnitIds, fromYear, toYear }: { orgUnitIds: string[]; fromYear: number; toYear: number | null },
): Promise<void> {
  const { organisationId } = setter;
  if (toYear !== null && toYear < fromYear) throw new Refusal("setup.collection.yearsCrossed", {}, "toYear");
  await changeSetup(setter, async (tx) => {
    const { id: kpiId } = await requireKpi(tx, organisationId, code);
    const units = await tx.orgUnit.findMany({
      where: { organisationId, id: { in: orgUnitIds } },
      select: { id: true, code: true },
    });
    if (units.length !== new Set(orgUnitIds).size) throw new Refusal("access.notFound");
    await tx.kpiCollection.deleteMany({ where: { organisationId, kpiId, fromYear, orgUnitId: { in: orgUnitIds } } });
    await tx.kpiCollection.createMany({
      data: units.map(({ id: orgUnitId }) => ({ organisationId, kpiId, orgUnitId, fromYear, toYear })),
    });
    const detail = { orgUnits: units.map((unit) => unit.code), fromYear, toYear };
    return { action: "collection.set", subject: code, detail };
  });
}

/** Takes a line of where a KPI is collected away. Without any line it is collected everywhere. Refuses `access.notFound`. */
export async function stopCollecting(
  setter: Setter,
  code: string,
  { orgUnitId, fromYear }: { orgUnitId: string; fromYear: number },
): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const { id: kpiId } = await requireKpi(tx, organisationId, code);
    const { count } = await tx.kpiCollection.deleteMany({ where: { organisationId, kpiId, orgUnitId, fromYear } });
    if (count === 0) throw new Refusal("access.notFound");
    return { action: "collection.end", subject: code, detail: { orgUnitId, fromYear } };
  });
}
