import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Locale } from "@/lib/language/model";
import { isAnsweredSql, valueJoin } from "@/lib/request/answer/queries";
import type { AskedPart } from "./model";

/** A request as it was sent. `by` is empty for a person who was erased. */
export type SentRequest = { id: string; dueOn: string; sentAt: string; by: string; message: string };

/** How far what was asked for in a year has come: its parts, and the names behind their ids. */
export type RequestProgress = {
  requests: SentRequest[];
  parts: AskedPart[];
  people: Map<string, string>;
  orgUnits: Map<string, { code: string; name: string }>;
  pillars: Map<string, string>;
  /** When each person was last told anything, ISO instants. */
  told: Map<string, string>;
};

/** The requests of a year with their progress. A fixed number of reads. */
export async function getRequestProgress(
  organisationId: string,
  year: number,
  locale: Locale,
): Promise<RequestProgress> {
  const [requests, parts, orgUnits, pillars, told] = await Promise.all([
    database.request.findMany({
      where: { organisationId, year, cells: { some: {} } },
      orderBy: [{ sentAt: "desc" }, { id: "asc" }],
    }),
    countParts(organisationId, year),
    database.orgUnit.findMany({ where: { organisationId }, select: { id: true, code: true, name: true } }),
    database.pillar.findMany({ where: { organisationId }, select: { code: true, nameDa: true, nameEn: true } }),
    database.requestNotice.groupBy({
      by: ["personId"],
      where: { organisationId, request: { year } },
      _max: { at: true },
    }),
  ]);
  const ids = [...new Set([...parts.map(({ personId }) => personId), ...requests.map(({ sentBy }) => sentBy)])];
  const people = await database.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    requests: requests.map(({ id, dueOn, sentAt, sentBy, message }) => ({
      id,
      dueOn: dueOn.toISOString().slice(0, 10),
      sentAt: sentAt.toISOString(),
      by: names.get(sentBy) ?? "",
      message,
    })),
    parts,
    people: names,
    orgUnits: new Map(orgUnits.map(({ id, code, name }) => [id, { code, name }])),
    pillars: new Map(pillars.map(({ code, nameDa, nameEn }) => [code, locale === "da" ? nameDa : nameEn])),
    told: new Map(told.flatMap(({ personId, _max }) => (_max.at ? [[personId, _max.at.toISOString()] as const] : []))),
  };
}

function countParts(organisationId: string, year: number): Promise<AskedPart[]> {
  return database.$queryRaw<AskedPart[]>(Prisma.sql`
    SELECT asked."requestId", asked."personId", asked."orgUnitId", COALESCE(pillar."code", 'base') AS "pillar",
      count(*) FILTER (WHERE ${isAnsweredSql})::int AS "filled",
      count(*) FILTER (WHERE value."status" IS NOT NULL AND NOT ${isAnsweredSql})::int AS "pending",
      count(*) FILTER (WHERE value."status" IS NULL)::int AS "missing"
    FROM "RequestedCell" asked JOIN "Kpi" kpi ON kpi."id" = asked."kpiId" LEFT JOIN "Pillar" pillar ON pillar."id" = kpi."pillarId"
    ${valueJoin} WHERE asked."organisationId" = ${organisationId}::uuid AND asked."year" = ${year} GROUP BY 1, 2, 3, 4`);
}
