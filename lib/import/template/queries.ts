import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Locale } from "@/lib/language/model";
import { definitionJoin, isAsked } from "@/lib/value/collection/queries";
import { plain } from "@/lib/value/model";
import type { TemplateRow } from "./model";

/**
 * Every cell asked of the org units in the year, with what is there and last year's figure, org unit by org unit in
 * the order of the KPIs. `orgUnitIds` narrows it; null: all of them. Null when there is no such period.
 */
export async function getTemplate(
  organisationId: string,
  year: number,
  orgUnitIds: string[] | null,
  locale: Locale,
): Promise<TemplateRow[] | null> {
  const period = await database.reportingPeriod.findUnique({
    where: { organisationId_year: { organisationId, year } },
  });
  if (!period) return null;
  const [kpi, at] = [Prisma.sql`kpi."id"`, Prisma.sql`${year}::int`];
  const name = locale === "da" ? Prisma.sql`definition."nameDa"` : Prisma.sql`definition."nameEn"`;
  const own = orgUnitIds ? Prisma.sql`AND org_unit."id" = ANY(${orgUnitIds}::uuid[])` : Prisma.empty;
  const rows = await database.$queryRaw<TemplateRow[]>(Prisma.sql`
    SELECT org_unit."code" AS "orgUnitCode", org_unit."name" AS "orgUnit", kpi."code", ${name} AS "name", definition."unitOfMeasure", ${year}::int AS "year",
      now."status", now."amount"::text, now."scale", now."men"::text, now."women"::text, coalesce(now."basis", '') AS "basis", coalesce(now."comment", '') AS "comment", coalesce(now."source", '') AS "source",
      CASE WHEN last."status" IS NOT NULL THEN json_build_object('status', last."status", 'amount', last."amount"::text, 'scale', last."scale", 'men', last."men"::text, 'women', last."women"::text) END AS "last"
    FROM "Kpi" kpi ${definitionJoin(kpi, at)}
    JOIN "OrgUnit" org_unit ON org_unit."organisationId" = kpi."organisationId" ${own}
    LEFT JOIN "YearlyValue" now ON now."kpiId" = kpi."id" AND now."orgUnitId" = org_unit."id" AND now."year" = ${year}
    LEFT JOIN "YearlyValue" last ON last."kpiId" = kpi."id" AND last."orgUnitId" = org_unit."id" AND last."year" = ${year} - 1
    WHERE kpi."organisationId" = ${organisationId}::uuid AND ${isAsked(kpi, at)}
    ORDER BY org_unit."isRoot" DESC, org_unit."position", org_unit."code", kpi."position", kpi."code"`);
  return rows.map((row) => ({
    ...row,
    amount: plain(row.amount),
    men: plain(row.men),
    women: plain(row.women),
    last: row.last && {
      ...row.last,
      amount: plain(row.last.amount),
      men: plain(row.last.men),
      women: plain(row.last.women),
    },
  }));
}
