import { afterAll, beforeAll, beforeEach } from "vitest";
import { addKpi } from "@/lib/setup/kpi/mutations";
import type { Definition } from "@/lib/setup/kpi/model";
import { freshDatabase, type TestDatabase } from "./harness";
import { twoOrganisations } from "./people";

/** What a KPI is defined as when nothing else is said. */
export const plain: Definition = {
  validFromYear: 2024,
  nameDa: "El",
  nameEn: "Electricity",
  shortNameDa: "El",
  shortNameEn: "Electricity",
  definitionDa: "",
  definitionEn: "",
  unitOfMeasure: "MWh",
  valueKind: "number",
  direction: "lower",
  decimals: null,
  collectionLevel: "orgUnit",
  consolidation: "sum",
  weightCode: null,
  formula: null,
  minimum: "0",
  maximum: null,
  tolerancePercent: "25",
  smallGroup: "none",
};
/** A KPI that is of no pillar, no part of the appendix, and nobody's. */
export const nowhere = { pillarId: null, appendixPart: null, ownerId: null };

/** For each test two organisations of its own and who sets up the first, what has been done there, and a first KPI. */
export function setupWorld() {
  const own = {} as TestDatabase & Awaited<ReturnType<typeof twoOrganisations>>;
  let round = 0;
  beforeAll(async () => void Object.assign(own, await freshDatabase()));
  afterAll(() => own.close());
  beforeEach(async () => void Object.assign(own, await twoOrganisations(own.database, `here-${++round}`)));

  const state = async () => ({
    version: (await own.database.organisation.findUniqueOrThrow({ where: { id: own.here.id } })).dataVersion,
    acts: await own.database.auditEntry.count({ where: { organisationId: own.here.id } }),
  });
  const addElectricity = (more: Partial<Definition> = {}) =>
    addKpi(own.setter, { code: "electricity", purpose: "indicator", ...nowhere }, { ...plain, ...more });
  return { own, state, addElectricity };
}
