import { Prisma } from "@/lib/database/generated/client";

/** SQL: of every KPI of an organisation, the print of the definition that holds in a year. */
export function definitionPrints(organisationId: string, year: number): Prisma.Sql {
  return Prisma.sql`SELECT held."kpiId", definition_print(held) AS "definition" FROM (
    SELECT DISTINCT ON (v."kpiId") v.* FROM "KpiVersion" v WHERE v."organisationId" = ${organisationId}::uuid AND v."validFromYear" <= ${year}
    ORDER BY v."kpiId", v."validFromYear" DESC) held`;
}

/** SQL: of every cell of an organisation's year that anybody said something of, the latest verdict. */
export function latestVerdicts(organisationId: string, year: number): Prisma.Sql {
  return Prisma.sql`SELECT DISTINCT ON (said."kpiId", said."orgUnitId") said.* FROM "ValueVerdict" said
    WHERE said."organisationId" = ${organisationId}::uuid AND said."year" = ${year} ORDER BY said."kpiId", said."orgUnitId", said."id" DESC`;
}

/** SQL: the state of a stored value `v` with its definition `print` and latest verdict `last`; the rule is `stateOf` of lib/approval/model. */
export const stateSql = Prisma.sql`CASE
  WHEN last."id" IS NULL OR last."definition" <> print."definition" THEN 'draft'
  WHEN last."version" = v."version" THEN last."verdict"::text
  WHEN last."verdict" = 'returned' THEN 'draft'
  ELSE 'submitted' END`;
