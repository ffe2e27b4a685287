import type { Prisma, PrismaClient } from "@/lib/database/generated/client";

type Reader = Pick<PrismaClient | Prisma.TransactionClient, "$queryRaw">;

/** Somebody who can be asked for an org unit's figures. `distance`: levels between the org unit and the one the person was given; null: enters for all. */
export type Giver = { orgUnitId: string; personId: string; name: string; distance: number | null };

/**
 * Who can give figures for which org unit: contributors for theirs and all below as the tree stands today, the nearest
 * first; then controllers and administrators, who enter for all. Closed accounts are left out. One read.
 */
export async function listGivers(database: Reader, organisationId: string): Promise<Giver[]> {
  return database.$queryRaw<Giver[]>`
    WITH RECURSIVE reached(person, org_unit, distance) AS (
      SELECT m."userId", u."orgUnitId", 0 FROM "Membership" m JOIN "MembershipOrgUnit" u ON u."membershipId" = m."id"
      WHERE m."organisationId" = ${organisationId}::uuid AND m."role" = 'contributor'
      UNION
      SELECT r.person, p."orgUnitId", r.distance + 1 FROM reached r
        JOIN "OrgUnitPlacement" p ON p."parentId" = r.org_unit AND p."organisationId" = ${organisationId}::uuid
      WHERE r.distance < 50 AND p."validFrom" = (SELECT max(q."validFrom") FROM "OrgUnitPlacement" q WHERE q."orgUnitId" = p."orgUnitId" AND q."validFrom" <= current_date)
    ), found AS (
      SELECT org_unit, person, min(distance) AS distance FROM reached GROUP BY 1, 2
      UNION ALL
      SELECT o."id", m."userId", NULL FROM "OrgUnit" o JOIN "Membership" m ON m."organisationId" = o."organisationId"
      WHERE o."organisationId" = ${organisationId}::uuid AND m."role" IN ('controller', 'administrator')
    )
    SELECT found.org_unit AS "orgUnitId", u."id" AS "personId", u."name", min(found.distance)::int AS "distance"
    FROM found JOIN "User" u ON u."id" = found.person AND u."disabledAt" IS NULL
    GROUP BY found.org_unit, u."id" ORDER BY min(found.distance) ASC NULLS LAST, u."name", u."id"`;
}
