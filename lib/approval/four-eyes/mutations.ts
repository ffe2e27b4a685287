import { changeSetup, type Setter } from "@/lib/setup/change/mutations";

/** Demands four eyes of all KPIs, or of these alone. */
export async function demandFourEyes(setter: Setter, ofAll: boolean, kpiIds: readonly string[]): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    await tx.organisation.update({
      where: { id: organisationId },
      data: { needsFourEyes: ofAll },
      select: { id: true },
    });
    await tx.kpi.updateMany({
      where: { organisationId, needsFourEyes: true, id: { notIn: [...kpiIds] } },
      data: { needsFourEyes: false },
    });
    await tx.kpi.updateMany({ where: { organisationId, id: { in: [...kpiIds] } }, data: { needsFourEyes: true } });
    const chosen = await tx.kpi.findMany({
      where: { organisationId, needsFourEyes: true },
      select: { code: true },
      orderBy: { code: "asc" },
    });
    return { action: "period.fourEyes", subject: "", detail: { ofAll, kpis: chosen.map(({ code }) => code) } };
  });
}
