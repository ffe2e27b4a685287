import { database } from "@/lib/database/client";
import { holdLife } from "./model";

/** A block of a report, and who wants it. */
type Wish = { organisationId: string; year: number; userId: string; blockId: string };

/**
 * Takes or keeps a block, if it is free or one's own: one statement, so that of two who come at once one has it. No
 * audit and no data version: it says who is at work, and changes nothing. False: somebody else's, or no such block.
 */
export async function keepHold({ organisationId, year, userId, blockId }: Wish): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`
    INSERT INTO "BlockHold" AS hold ("blockId", "userId", since, "seenAt")
    SELECT b.id, ${userId}::uuid, now(), now()
    FROM "Block" b JOIN "Section" s ON s.id = b."sectionId" JOIN "Report" r ON r.id = s."reportId"
    WHERE b.id = ${blockId}::uuid AND r."organisationId" = ${organisationId}::uuid AND r.year = ${year}
      AND b."removedAt" IS NULL AND s."removedAt" IS NULL
    ON CONFLICT ("blockId") DO UPDATE SET "userId" = excluded."userId", "seenAt" = now(),
      since = CASE WHEN hold."userId" = excluded."userId" AND hold."seenAt" > now() - make_interval(secs => ${holdLife}::int) THEN hold.since ELSE now() END
    WHERE hold."userId" = excluded."userId" OR hold."seenAt" <= now() - make_interval(secs => ${holdLife}::int)
    RETURNING 1`;
  return rows.length === 1;
}

/** Gives a block back, if it is one's own. */
export async function freeHold({ organisationId, year, userId, blockId }: Wish): Promise<void> {
  await database.blockHold.deleteMany({
    where: { blockId, userId, block: { section: { report: { organisationId, year } } } },
  });
}
