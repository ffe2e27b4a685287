import { database } from "@/lib/database/client";
import { holdLife, type Holder } from "./model";

/** Blocks of a report that somebody is editing, as seen by `userId`. */
export async function listHolds(organisationId: string, year: number, userId: string): Promise<Holder[]> {
  const rows = await database.$queryRaw<{ blockId: string; userId: string; name: string; since: Date }[]>`
    SELECT h."blockId"::text AS "blockId", h."userId"::text AS "userId", h.since, u.name
    FROM "BlockHold" h JOIN "Block" b ON b.id = h."blockId" JOIN "Section" s ON s.id = b."sectionId"
      JOIN "Report" r ON r.id = s."reportId" JOIN "User" u ON u.id = h."userId"
    WHERE r."organisationId" = ${organisationId}::uuid AND r.year = ${year}
      AND h."seenAt" > now() - make_interval(secs => ${holdLife}::int)`;
  return rows.map(({ since, userId: holder, ...row }) => ({
    ...row,
    since: since.toISOString(),
    isOwn: holder === userId,
  }));
}
