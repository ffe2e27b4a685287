import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";
import { isAnsweredSql, isReturnedSql, valueJoin } from "@/lib/request/answer/queries";
import { definitionJoin } from "@/lib/value/collection/queries";
import type { Task } from "./model";

type Row = Omit<Task, "orgUnit" | "dueOn" | "name"> & {
  nameDa: string;
  nameEn: string;
  orgUnitCode: string;
  orgUnitName: string;
  dueOn: Date;
};

/** What is asked of a person in years that can still be entered, in the sheets' order. `orgUnitIds`: where the person may enter; null: everywhere. */
export async function getTasks(
  organisationId: string,
  personId: string,
  orgUnitIds: readonly string[] | null,
  locale: Locale,
): Promise<Task[]> {
  const [kpi, year] = [Prisma.sql`kpi."id"`, Prisma.sql`asked."year"`];
  const rows = await database.$queryRaw<Row[]>(Prisma.sql`
    SELECT asked."requestId", asked."kpiId", kpi."code", definition."shortNameDa" AS "nameDa", definition."shortNameEn" AS "nameEn", definition."unitOfMeasure",
      asked."orgUnitId", o."code" AS "orgUnitCode", o."name" AS "orgUnitName", asked."year", value."status", ${isReturnedSql} AS "isReturned", COALESCE(value."version", 0) AS "version",
      request."dueOn", COALESCE(passer."name", '') AS "passedOnBy"
    FROM "RequestedCell" asked JOIN "Request" request ON request."id" = asked."requestId" JOIN "Kpi" kpi ON kpi."id" = asked."kpiId"
    JOIN "OrgUnit" o ON o."id" = asked."orgUnitId"
    JOIN "ReportingPeriod" period ON period."organisationId" = asked."organisationId" AND period."year" = asked."year" AND period."state" IN ('open', 'inReview')
    ${definitionJoin(kpi, year)} LEFT JOIN "Pillar" pillar ON pillar."id" = kpi."pillarId"
    ${valueJoin} LEFT JOIN "User" passer ON passer."id" = asked."passedOnBy"
    WHERE asked."organisationId" = ${organisationId}::uuid AND asked."personId" = ${personId}::uuid
      AND (${orgUnitIds}::uuid[] IS NULL OR asked."orgUnitId" = ANY(${orgUnitIds}::uuid[]))
    ORDER BY asked."year" DESC, o."position", o."name", pillar."position" NULLS LAST, kpi."pillarPosition", kpi."code"`);
  return rows.map(({ nameDa, nameEn, orgUnitCode, orgUnitName, dueOn, unitOfMeasure, ...task }) => ({
    ...task,
    name: locale === "da" ? nameDa : nameEn,
    unitOfMeasure: unitLabel(unitOfMeasure, locale, "long"),
    orgUnit: { code: orgUnitCode, name: orgUnitName },
    dueOn: dueOn.toISOString().slice(0, 10),
  }));
}

/** How much a person has still to give, and the first day something of it is due (ISO); null when nothing is. */
export async function countTasks(
  organisationId: string,
  personId: string,
  orgUnitIds: readonly string[] | null,
): Promise<{ count: number; dueOn: string } | null> {
  const [row] = await database.$queryRaw<{ count: number; dueOn: Date | null }[]>(Prisma.sql`
    SELECT count(*)::int AS "count", min(request."dueOn") AS "dueOn" FROM "RequestedCell" asked JOIN "Request" request ON request."id" = asked."requestId"
    JOIN "ReportingPeriod" period ON period."organisationId" = asked."organisationId" AND period."year" = asked."year" AND period."state" IN ('open', 'inReview')
    ${valueJoin}
    WHERE asked."organisationId" = ${organisationId}::uuid AND asked."personId" = ${personId}::uuid
      AND (${orgUnitIds}::uuid[] IS NULL OR asked."orgUnitId" = ANY(${orgUnitIds}::uuid[])) AND NOT ${isAnsweredSql}`);
  return row?.dueOn ? { count: row.count, dueOn: row.dueOn.toISOString().slice(0, 10) } : null;
}

/** The KPIs a person is asked for at one org unit in one year, to mark them on its sheet. */
export async function getAskedKpis(
  organisationId: string,
  personId: string,
  orgUnitCode: string,
  year: number,
): Promise<Set<string>> {
  const rows = await database.requestedCell.findMany({
    where: { organisationId, personId, orgUnit: { code: orgUnitCode }, year },
    select: { kpiId: true },
  });
  return new Set(rows.map(({ kpiId }) => kpiId));
}
