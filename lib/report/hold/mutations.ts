import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
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

/** Refuses `composer.held`, with a name, where somebody else writes in one of these blocks. */
export async function refuseHeld(tx: Prisma.TransactionClient, ids: string[], userId: string): Promise<void> {
  const [held] = await tx.$queryRaw<{ name: string }[]>`
    SELECT u.name FROM "BlockHold" h JOIN "User" u ON u.id = h."userId"
    WHERE h."blockId" = ANY(${ids}::uuid[]) AND h."userId" <> ${userId}::uuid
      AND h."seenAt" > now() - make_interval(secs => ${holdLife}::int) LIMIT 1`;
  if (held) throw new Refusal("composer.held", { name: held.name });
}
