/** Organisations of any size, made in the database by a few statements: as many values as one may have, in seconds. */
import type { ClientBase } from "pg";

/** Regions of this many org units each hang under the root. */
const PER_REGION = 25;
export const KPIS = 100;
export const YEARS = { from: 2015, to: 2024 };
/** What is missing of the last year: everything of one in so many org units, and one in so many cells of the others. */
export type Missing = { orgUnits: number; cells: number | null };
/** A year that is nearly in. */
const NEARLY_IN: Missing = { orgUnits: 33, cells: null };
/** A year that has only begun to come in: a third of the org units have said nothing, the others not everything. */
export const BEGUN: Missing = { orgUnits: 3, cells: 7 };

/** What the measurements need of a made organisation. */
export type Sized = { slug: string; organisationId: string; orgUnits: number; values: number };

/**
 * Makes an organisation of so many org units below its regions, with 100 KPIs collected from each of them over ten
 * years (eight in ten added up, two weighted) and ten calculated from those, and gives the person roles in it.
 */
export async function makeOrganisation(
  client: ClientBase,
  orgUnits: number,
  emails: string[],
  missing = NEARLY_IN,
): Promise<Sized> {
  const slug = missing === NEARLY_IN ? `scale-${orgUnits}` : `scale-${orgUnits}-begun`;
  const id = async (sql: string, values: unknown[]): Promise<string> => (await client.query(sql, values)).rows[0].id;
  const organisationId = await id(`INSERT INTO "Organisation" (slug, name) VALUES ($1, $1) RETURNING id`, [slug]);
  const run = (sql: string, values: unknown[] = []) => client.query(sql, [organisationId, ...values]);
  await run(`INSERT INTO "OrgUnit" ("organisationId", code, name, "isRoot") VALUES ($1, 'root', 'Root', true)`);
  await run(
    `INSERT INTO "OrgUnit" ("organisationId", code, name, position) SELECT $1, 'region-' || n, 'Region ' || n, n FROM generate_series(1, $2::int) n`,
    [Math.ceil(orgUnits / PER_REGION)],
  );
  await run(
    `INSERT INTO "OrgUnit" ("organisationId", code, name, position) SELECT $1, 'unit-' || n, 'Unit ' || n, n FROM generate_series(1, $2::int) n`,
    [orgUnits],
  );
  await run(
    `INSERT INTO "OrgUnitPlacement" ("organisationId", "orgUnitId", "parentId", "validFrom")
     SELECT $1, unit.id, region.id, '2010-01-01' FROM "OrgUnit" unit JOIN "OrgUnit" region
       ON region."organisationId" = $1 AND region.code = 'region-' || (1 + (unit.position - 1) / $2::int)
     WHERE unit."organisationId" = $1 AND unit.code LIKE 'unit-%'`,
    [PER_REGION],
  );
  await run(
    `INSERT INTO "Pillar" ("organisationId", code, "nameDa", "nameEn", position, "isGuiding", sdgs, colour)
     VALUES ($1, 'pillar', 'Ledestjerne', 'Pillar', 0, true, '{}', 'producer')`,
  );
  await run(
    `INSERT INTO "Kpi" ("organisationId", code, position, "pillarId", "pillarPosition")
     SELECT $1, CASE WHEN n <= $2 THEN 'kpi-' ELSE 'rate-' END || n, n, (SELECT id FROM "Pillar" WHERE "organisationId" = $1), n FROM generate_series(1, $2::int + 10) n`,
    [KPIS],
  );
  await run(
    `INSERT INTO "KpiVersion" ("organisationId", "kpiId", "validFromYear", "nameDa", "nameEn", "shortNameDa", "shortNameEn", "unitOfMeasure", "collectionLevel", consolidation, "weightKpiId", formula)
     SELECT $1, id, 2000, code, code, code, code, 't', CASE WHEN position <= $2 THEN 'orgUnit' ELSE 'organisation' END::"CollectionLevel",
       CASE WHEN position > $2 THEN 'none' WHEN position % 5 = 0 THEN 'weighted' ELSE 'sum' END::"Consolidation",
       CASE WHEN position <= $2 AND position % 5 = 0 THEN (SELECT id FROM "Kpi" WHERE "organisationId" = $1 AND code = 'kpi-1') END,
       CASE WHEN position > $2 THEN json_build_object('kind', 'expression', 'text', 'kpi-' || (position - $2 + 1) || ' * kpi-' || (position - $2 + 2) || ' / kpi-1') END
     FROM "Kpi" WHERE "organisationId" = $1`,
    [KPIS],
  );
  await run(
    `INSERT INTO "ReportingPeriod" ("organisationId", year) SELECT $1, year FROM generate_series($2::int, $3::int) year`,
    [YEARS.from, YEARS.to],
  );
  const { rowCount } = await run(
    `INSERT INTO "YearlyValue" ("organisationId", "kpiId", "orgUnitId", year, status, amount, scale, "updatedBy")
     SELECT $1, kpi.id, unit.id, year, 'reported', 1 + (kpi.position * 7919 + unit.position * 104729 + year * 31) % 1000000 / 100.0, 2, gen_random_uuid()
     FROM "Kpi" kpi, "OrgUnit" unit, generate_series($2::int, $3::int) year
     WHERE kpi."organisationId" = $1 AND kpi.position <= $4 AND unit."organisationId" = $1 AND unit.code LIKE 'unit-%'
       AND NOT (year = $3 AND (unit.position % $5::int = 0 OR COALESCE((unit.position * 31 + kpi.position * 17) % $6::int = 0, false)))`,
    [YEARS.from, YEARS.to, KPIS, missing.orgUnits, missing.cells],
  );
  await run(
    `INSERT INTO "Membership" ("organisationId", "userId", role) SELECT $1, id, 'controller' FROM "User" WHERE email = ANY($2)`,
    [emails],
  );
  await client.query(`ANALYZE "YearlyValue"`);
  return { slug, organisationId, orgUnits, values: rowCount! };
}
