import { beforeAll } from "vitest";
import { getYearView } from "@/lib/figure/queries";
import { getKpiDetail } from "@/lib/kpi-detail/queries";
import { twoOrganisations } from "./two-organisations";

/** Two organisations, of which the first has electricity for itself and for one of two org units, and what its readers are told. */
export function coverageWorld() {
  const here = twoOrganisations();
  beforeAll(async () => {
    const kpiId = here.aleris.electricity;
    await here.database.kpiVersion.updateMany({ where: { kpiId }, data: { consolidation: "sum" } });
    await here.database.yearlyValue.createMany({
      data: [
        { orgUnitId: here.aleris.root, amount: "100" },
        { orgUnitId: here.aleris.north, amount: "60" },
      ].map((one) => ({ ...one, ...actorless(), kpiId, year: 2024 })),
    });
  });

  const actor = () => ({ organisationId: here.aleris.organisationId, actorId: here.aleris.actorId });
  const actorless = () => ({
    organisationId: here.aleris.organisationId,
    status: "reported" as const,
    scale: 0,
    updatedBy: here.aleris.actorId,
  });
  const version = async () =>
    (await here.database.organisation.findUniqueOrThrow({ where: { id: here.aleris.organisationId } })).dataVersion;
  const lastAct = () =>
    here.database.auditEntry.findFirst({
      where: { organisationId: here.aleris.organisationId },
      orderBy: { sequence: "desc" },
    });
  const kpiNow = async (code = "electricity") => {
    const view = await getYearView(here.aleris.organisationId, String(await version()), 2024, "en");
    return { view, kpi: [...view.kpis, ...view.base].find((row) => row.code === code)! };
  };
  const detailNow = async () =>
    (await getKpiDetail(here.aleris.organisationId, String(await version()), (await kpiNow()).kpi, "en", () => false))!;
  return { here, actor, actorless, version, lastAct, kpiNow, detailNow };
}
