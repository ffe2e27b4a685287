import { Prisma } from "@/lib/database/generated/client";

/** SQL: joins the definition that holds in the year, as `definition`; all of it is null before the KPI's first version. */
export function definitionJoin(kpiId: Prisma.Sql, year: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (
    SELECT v.* FROM "KpiVersion" v WHERE v."kpiId" = ${kpiId} AND v."validFromYear" <= ${year} ORDER BY v."validFromYear" DESC LIMIT 1) definition ON true`;
}

/**
 * SQL: whether a cell is asked for, given `definition` and the org unit as `org_unit`. What is collected for the
 * organisation is asked of the root only; what is collected per org unit, of every other that was open in the year
 * and, where the KPI lists its org units, is listed for it. Nothing is asked of a KPI or a series after its end.
 */
export function isAsked(kpiId: Prisma.Sql, year: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`COALESCE(definition."formula" IS NULL AND (definition."collectionLevel" = 'organisation') = org_unit."isRoot"
    AND (org_unit."isRoot" OR COALESCE(org_unit."opensOn" <= make_date(${year}, 12, 31), true) AND COALESCE(org_unit."closesOn" >= make_date(${year}, 1, 1), true)
      AND (NOT EXISTS (SELECT FROM "KpiCollection" c WHERE c."kpiId" = ${kpiId})
        OR EXISTS (SELECT FROM "KpiCollection" c WHERE c."kpiId" = ${kpiId} AND c."orgUnitId" = org_unit."id" AND ${year} BETWEEN c."fromYear" AND COALESCE(c."toYear", ${year}))))
    AND NOT EXISTS (SELECT FROM "Kpi" kept WHERE kept."id" = ${kpiId} AND kept."lastYear" < ${year})
    AND NOT EXISTS (SELECT FROM "YearlyValue" ended WHERE ended."kpiId" = ${kpiId} AND ended."orgUnitId" = org_unit."id" AND ended."year" < ${year} AND ended."status" = 'discontinued'), false)`;
}
