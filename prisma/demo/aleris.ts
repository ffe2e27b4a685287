/** Aleris Danmark: the printed figures of 2019–2023, and 2024 under collection with example figures per hospital. */
import { COLLECTION_STARTS, type Authors, type Database, type Made } from "./aleris-made.ts";
import { loadPillars } from "./aleris-definitions.ts";
import { loadFigures } from "./aleris-figures.ts";
import { loadBreaks, loadFootnotes } from "./aleris-notes.ts";
import {
  createFactor,
  createOrganisation,
  createOrgUnits,
  createPeriods,
  recordValues,
  type ValueInput,
} from "./factory.ts";
import { scope2Factors } from "./aleris-scope2.ts";
import { reference } from "./reference.ts";

/** Loads the organisation and its figures in the name of its people. */
export async function loadAleris(
  database: Database,
  authors: Authors,
): Promise<{ organisationId: string; orgUnits: Map<string, string> }> {
  const { id: organisationId, rootId } = await createOrganisation(database, {
    slug: "aleris",
    name: reference.organisation.name,
    nameEn: "Aleris Denmark",
  });
  const hospitals = await createOrgUnits(database, organisationId, reference.organisation.units);
  await createPeriods(database, organisationId, reference.years);
  await createPeriods(database, organisationId, [COLLECTION_STARTS], "2025-02-15");
  const made: Made = { organisationId, rootId, hospitals, kpis: new Map() };
  const actorId = authors.controller;
  for (const factor of scope2Factors)
    await createFactor(database, organisationId, { actorId, at: new Date("2024-02-20T10:00:00Z") }, factor);
  await loadPillars(database, made);
  await loadFootnotes(database, made);
  await loadBreaks(database, made, actorId);
  await database.organisation.update({ where: { id: organisationId }, data: { fteKpiId: made.kpis.get("fte")! } });
  await loadFigures(database, made, authors);
  return { organisationId, orgUnits: hospitals };
}

/**
 * The same organisation before anything but the revenue was entered, under another slug and with its five years open:
 * what somebody meets who brings the printed appendix along.
 */
export async function loadOpenYears(
  database: Database,
  given: { slug: string; name: string; actorId: string },
): Promise<{ organisationId: string }> {
  const { id: organisationId, rootId } = await createOrganisation(database, { slug: given.slug, name: given.name });
  const hospitals = await createOrgUnits(database, organisationId, reference.organisation.units);
  await createPeriods(database, organisationId, reference.years);
  const made: Made = { organisationId, rootId, hospitals, kpis: new Map() };
  await loadPillars(database, made);
  // Printed figures are typed in: nothing of these years is worked out from emission factors yet.
  await database.kpiVersion.deleteMany({
    where: { organisationId, validFromYear: { gt: 2019, lte: 2023 }, kpi: { purpose: "indicator" } },
  });
  const revenue = reference.base.flatMap((row) =>
    reference.years.map((year): ValueInput => ({
      kpiId: made.kpis.get(row.code)!,
      orgUnitId: rootId,
      year,
      figure: row.values[year]!,
    })),
  );
  await recordValues(
    database,
    organisationId,
    { actorId: given.actorId, at: new Date("2024-03-05T09:20:00Z") },
    revenue,
  );
  return { organisationId };
}
