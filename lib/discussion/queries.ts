import { database } from "@/lib/database/client";
import type { DiscussionAct } from "@/lib/database/generated/enums";
import { remarkIn, type Locale } from "@/lib/language/model";
import type { CellKey } from "@/lib/value/model";
import type { DiscussionView, OpenDiscussion } from "./model";

type Row = { id: string; isExample: boolean; act: DiscussionAct; text: string; by: string; at: Date };

/** The discussions about a cell, the latest begun first, their acts in order; people by their present names. */
export async function getDiscussions(
  organisationId: string,
  { kpiId, orgUnitId, year }: CellKey,
): Promise<DiscussionView[]> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT d."id", d."isExample", e."act", e."text", COALESCE(u."name", '') AS "by", e."at"
    FROM "Discussion" d JOIN "DiscussionEntry" e ON e."discussionId" = d."id" LEFT JOIN "User" u ON u."id" = e."actorId"
    WHERE d."organisationId" = ${organisationId}::uuid AND d."kpiId" = ${kpiId}::uuid AND d."orgUnitId" = ${orgUnitId}::uuid AND d."year" = ${year}
    ORDER BY d."createdAt" DESC, d."id", e."position"`;
  const byId = new Map<string, DiscussionView>();
  for (const { id, isExample, at, ...line } of rows) {
    if (!byId.has(id)) byId.set(id, { id, isExample, lines: [] });
    byId.get(id)!.lines.push({ ...line, at: at.toISOString() });
  }
  return [...byId.values()];
}

/** The cell a discussion is about; null when the organisation has none of that id. */
export async function findDiscussion(organisationId: string, id: string): Promise<CellKey | null> {
  return database.discussion.findUnique({
    where: { organisationId_id: { organisationId, id } },
    select: { kpiId: true, orgUnitId: true, year: true },
  });
}

/** The open discussions of a year, the latest said first, of several org units or of all (null). One read. */
export async function getOpenDiscussions(
  organisationId: string,
  year: number,
  orgUnitIds: readonly string[] | null,
  locale: Locale,
  most: number,
): Promise<OpenDiscussion[]> {
  const rows = await database.$queryRaw<(Omit<OpenDiscussion, "at"> & { at: Date; nameDa: string; nameEn: string })[]>`
    SELECT d."id", k."code", v."shortNameDa" AS "nameDa", v."shortNameEn" AS "nameEn", o."code" AS "unit", o."id" AS "orgUnitId", o."name" AS "orgUnit", last."text", COALESCE(u."name", '') AS "by", last."at"
    FROM "Discussion" d JOIN "Kpi" k ON k."id" = d."kpiId" JOIN "OrgUnit" o ON o."id" = d."orgUnitId"
    JOIN LATERAL (SELECT * FROM "KpiVersion" v WHERE v."kpiId" = d."kpiId" AND v."validFromYear" <= d."year" ORDER BY v."validFromYear" DESC LIMIT 1) v ON true
    JOIN LATERAL (SELECT * FROM "DiscussionEntry" e WHERE e."discussionId" = d."id" ORDER BY e."position" DESC LIMIT 1) last ON true
    LEFT JOIN LATERAL (SELECT e."act" FROM "DiscussionEntry" e WHERE e."discussionId" = d."id" AND e."act" <> 'message' ORDER BY e."position" DESC LIMIT 1) settled ON true
    LEFT JOIN "User" u ON u."id" = last."actorId"
    WHERE d."organisationId" = ${organisationId}::uuid AND d."year" = ${year} AND settled."act" IS DISTINCT FROM 'resolved'
      AND (${orgUnitIds}::uuid[] IS NULL OR d."orgUnitId" = ANY(${orgUnitIds}::uuid[]))
    ORDER BY last."at" DESC, d."id" LIMIT ${most}`;
  return rows.map(({ nameDa, nameEn, text, at, ...row }) => ({
    ...row,
    text: remarkIn(text, locale),
    name: locale === "da" ? nameDa : nameEn,
    at: at.toISOString(),
  }));
}
