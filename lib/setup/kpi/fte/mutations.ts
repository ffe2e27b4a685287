import { Refusal } from "@/lib/access/refusal";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";

/**
 * Says which KPI counts an org unit's people in full-time equivalents (null: none): coverage is stated in percent of
 * it, and it tells small groups where a figure does not count anybody itself. Refuses `access.notFound`.
 */
export async function nameFteKpi(setter: Setter, code: string | null): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const kpi =
      code === null
        ? null
        : await tx.kpi.findUnique({
            where: { organisationId_code: { organisationId, code } },
            select: { id: true },
          });
    if (code !== null && !kpi) throw new Refusal("access.notFound");
    const before = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { fteKpi: { select: { code: true } } },
    });
    await tx.organisation.update({
      where: { id: organisationId },
      data: { fteKpiId: kpi?.id ?? null },
      select: { id: true },
    });
    const detail = { before: before.fteKpi?.code ?? null, after: code };
    return { action: "kpi.countFte", subject: code ?? "", detail };
  });
}
