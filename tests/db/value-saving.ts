import { emptyContent, type CellWrite } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { twoOrganisations } from "./two-organisations";

/** Two organisations in a database of the file's own, and the ways its tests save in the first of them. */
export function saving() {
  const here = twoOrganisations();
  let serial = 0;

  /** A KPI nobody has touched yet, so that tests do not see each other's cells. */
  async function freshKpi(valueKind: "number" | "split" = "number"): Promise<string> {
    const version = {
      validFromYear: 2019,
      nameDa: "x",
      nameEn: "x",
      shortNameDa: "x",
      shortNameEn: "x",
      unitOfMeasure: "t",
      collectionLevel: "orgUnit" as const,
      valueKind,
    };
    return (
      await here.database.kpi.create({
        data: {
          organisationId: here.aleris.organisationId,
          code: `fresh-${++serial}`,
          position: 0,
          versions: { create: version },
        },
      })
    ).id;
  }
  const cell = (kpiId: string, change: Partial<CellWrite> = {}): CellWrite => ({
    ...emptyContent,
    kpiId,
    orgUnitId: here.aleris.north,
    year: 2024,
    seen: 0,
    ...change,
  });
  const figure = (kpiId: string, amount: string, change: Partial<CellWrite> = {}) =>
    cell(kpiId, { status: "reported", amount, scale: amount.split(".")[1]?.length ?? 0, ...change });
  const save = (...cells: CellWrite[]) =>
    saveValues(here.database, {
      organisationId: here.aleris.organisationId,
      actorId: here.aleris.actorId,
      door: "page",
      cells,
    });
  return { here, freshKpi, cell, figure, save };
}
