import { database } from "@/lib/database/client";

/** Sampled values of which an auditor waits for an answer, by year, the newest first. */
export function getWaiting(organisationId: string): Promise<{ year: number; count: number }[]> {
  return database.$queryRaw<{ year: number; count: number }[]>`
    SELECT i."year", count(*)::int AS "count" FROM "AssuranceItem" i WHERE i."organisationId" = ${organisationId}::uuid
      AND (SELECT e."act" FROM "AssuranceEntry" e WHERE e."itemId" = i."id" AND e."act" <> 'note' ORDER BY e."position" DESC LIMIT 1) = 'asked'
    GROUP BY 1 ORDER BY 1 DESC`;
}
