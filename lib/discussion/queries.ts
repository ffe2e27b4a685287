import { database } from "@/lib/database/client";
import type { DiscussionAct } from "@/lib/database/generated/enums";
import type { CellKey } from "@/lib/value/model";
import type { DiscussionView } from "./model";

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
