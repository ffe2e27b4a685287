import type { Sql } from "@/lib/database/sql";
import { formulaSchema } from "@/lib/kpi/schema";
import type { KpiRules, World, WorldKpi, WorldOrgUnit } from "./model";

type KpiRow = {
  id: string;
  code: string;
  lastYear: number | null;
  parentCode: string | null;
  versions: (Omit<KpiRules, "formula"> & { formula: unknown; names: string[] })[];
  collections: WorldKpi["collections"];
};

/** Reads everything the figures of a file are matched with and judged by. `reach`: ids of the org units the person enters for; null: all. */
export async function loadWorld(sql: Sql, organisationId: string, reach: string[] | null): Promise<World> {
  const kpis = await sql.query<KpiRow>(KPIS, [organisationId]);
  const orgUnits = await sql.query<WorldOrgUnit>(
    `SELECT id, code, name, "isRoot", position, "opensOn"::text, "closesOn"::text FROM "OrgUnit" WHERE "organisationId" = $1 ORDER BY position`,
    [organisationId],
  );
  const periods = await sql.query(`SELECT year, state FROM "ReportingPeriod" WHERE "organisationId" = $1`, [
    organisationId,
  ]);
  const ended = await sql.query(
    `SELECT "kpiId", "orgUnitId", min(year) AS year FROM "YearlyValue" WHERE "organisationId" = $1 AND status = 'discontinued' GROUP BY 1, 2`,
    [organisationId],
  );
  const definitions = await sql.query(`SELECT (${definitionsPrint("$1")})::text AS print`, [organisationId]);
  return {
    organisationId,
    definitions: definitions.rows[0].print,
    reach: reach && new Set(reach),
    kpis: new Map(kpis.rows.map((row) => [row.code, kpiOf(row)])),
    orgUnits: new Map(orgUnits.rows.map((row) => [row.code, row])),
    periods: new Map(periods.rows.map(({ year, state }) => [year, state])),
    ended: new Map(ended.rows.map(({ kpiId, orgUnitId, year }) => [`${kpiId} ${orgUnitId}`, year])),
  };
}

/** SQL: a number that changes with any definition, collection or org unit of the organisation; NULL-proof. */
export function definitionsPrint(organisationId: string): string {
  const rows = (table: string) =>
    `coalesce((SELECT string_agg(one::text, ' ' ORDER BY one::text) FROM "${table}" one WHERE one."organisationId" = ${organisationId}), '')`;
  return `hashtextextended(${["Kpi", "KpiVersion", "KpiCollection", "OrgUnit"].map(rows).join(" || ' ' || ")}, 0)`;
}

const KPIS = `
  SELECT kpi.id, kpi.code, kpi."lastYear", parent.code AS "parentCode",
    (SELECT coalesce(json_agg(json_build_object('validFromYear', v."validFromYear", 'valueKind', v."valueKind", 'unitOfMeasure', v."unitOfMeasure", 'minimum', v.minimum::text, 'maximum', v.maximum::text, 'tolerancePercent', v."tolerancePercent"::text,
      'formula', v.formula, 'collectionLevel', v."collectionLevel", 'consolidation', v.consolidation, 'decimals', v.decimals, 'weightCode', (SELECT w.code FROM "Kpi" w WHERE w.id = v."weightKpiId"),
      'names', json_build_array(v."nameDa", v."nameEn", v."shortNameDa", v."shortNameEn")) ORDER BY v."validFromYear"), '[]') FROM "KpiVersion" v WHERE v."kpiId" = kpi.id) AS versions,
    (SELECT coalesce(json_agg(json_build_object('orgUnitId', c."orgUnitId", 'fromYear', c."fromYear", 'toYear', c."toYear")), '[]') FROM "KpiCollection" c WHERE c."kpiId" = kpi.id) AS collections
  FROM "Kpi" kpi LEFT JOIN "Kpi" parent ON parent.id = kpi."parentId" WHERE kpi."organisationId" = $1 ORDER BY kpi.position, kpi.code`;

function kpiOf({ id, code, lastYear, parentCode, versions, collections }: KpiRow): WorldKpi {
  const plain = (limit: string | null) => (limit?.includes(".") ? limit.replace(/\.?0+$/, "") : limit);
  return {
    id,
    lastYear,
    code,
    parentCode,
    collections,
    names: versions.flatMap(({ names }) => names),
    versions: versions.map(({ names: _, formula, minimum, maximum, ...rules }) => ({
      ...rules,
      minimum: plain(minimum),
      maximum: plain(maximum),
      tolerancePercent: plain(rules.tolerancePercent)!,
      formula: formula === null ? null : formulaSchema.parse(formula),
    })),
  };
}
