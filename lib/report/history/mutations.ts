import type { Prisma } from "@/lib/database/generated/client";
import type { BlockAct } from "@/lib/database/generated/enums";

/** Whose report, and who changes it. */
export type Author = { organisationId: string; year: number; actorId: string };

/**
 * Keeps blocks as they stand before their first change, once and for all: what was written before histories were kept
 * would be lost otherwise. To be called in the transaction of the change, before it.
 */
export async function keepBefore(tx: Prisma.TransactionClient, { organisationId, year }: Author, ids: string[]) {
  // Whoever changes one of them at the same time waits here; their first state is kept once.
  await tx.$queryRaw`
    SELECT 1 FROM "Block" b JOIN "Section" s ON s.id = b."sectionId" JOIN "Report" r ON r.id = s."reportId"
    WHERE r."organisationId" = ${organisationId}::uuid AND r.year = ${year} AND b.id = ANY(${ids}::uuid[]) ORDER BY b.id FOR UPDATE OF b`;
  await tx.$executeRaw`
    INSERT INTO "BlockRevision" ("organisationId", year, "blockId", act, version, "sectionCode", kind, "isHidden", "titleDa", "titleEn", "bodyDa", "bodyEn", settings)
    SELECT r."organisationId", r.year, b.id, 'begin', b.version, s.code, b.kind, b."isHidden", b."titleDa", b."titleEn", b."bodyDa", b."bodyEn", b.settings
    FROM "Block" b JOIN "Section" s ON s.id = b."sectionId" JOIN "Report" r ON r.id = s."reportId"
    WHERE r."organisationId" = ${organisationId}::uuid AND r.year = ${year} AND b.id = ANY(${ids}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "BlockRevision" h WHERE h."organisationId" = r."organisationId" AND h.year = r.year AND h."blockId" = b.id)`;
}

/** Keeps blocks as they stand after an act, in its transaction: one statement, whatever their number. */
export async function recordRevisions(
  tx: Prisma.TransactionClient,
  { organisationId, year, actorId }: Author,
  ids: string[],
  act: BlockAct,
) {
  await tx.$executeRaw`
    INSERT INTO "BlockRevision" ("organisationId", year, "blockId", act, version, "sectionCode", kind, "isHidden", "titleDa", "titleEn", "bodyDa", "bodyEn", settings, "changedBy")
    SELECT r."organisationId", r.year, b.id, ${act}::"BlockAct", b.version, s.code, b.kind, b."isHidden", b."titleDa", b."titleEn", b."bodyDa", b."bodyEn", b.settings, ${actorId}::uuid
    FROM "Block" b JOIN "Section" s ON s.id = b."sectionId" JOIN "Report" r ON r.id = s."reportId"
    WHERE r."organisationId" = ${organisationId}::uuid AND r.year = ${year} AND b.id = ANY(${ids}::uuid[])`;
}
