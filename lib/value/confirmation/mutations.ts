import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import type { Answered } from "./schema";

type Writer = Pick<PrismaClient, "$queryRaw">;

/** What became of an answer: stored at a time; or null, because the cell has been changed since, its year is closed, or it is not there. */
export type Confirmation = { at: string } | null;

/**
 * Stores answers to questions about figures of one org unit, and answers for each in the order given. An answer counts
 * for the version its author saw, while the year is open or in review; the same answer twice is one. The answers,
 * their link in the audit trail and the organisation's new data version are one statement.
 */
export async function confirmFigures(
  database: Writer,
  given: { organisationId: string; actorId: string; orgUnitId: string; answers: readonly Answered[] },
): Promise<Confirmation[]> {
  const { organisationId, actorId, orgUnitId, answers } = given;
  const asked = JSON.stringify(answers.map((answer, place) => ({ ...answer, place })));
  const rows = await database.$queryRaw<{ place: number; at: Date | null }[]>(Prisma.sql`
    WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${asked}::jsonb) AS answer ("place" int, "kpiId" uuid, "year" int, "version" int, "code" text, "comment" text)
    ), period AS (
      SELECT "year" FROM "ReportingPeriod" WHERE "organisationId" = ${organisationId}::uuid AND "state" IN ('open', 'inReview') AND "year" IN (SELECT "year" FROM asked) FOR SHARE
    ), cell AS (
      SELECT asked.* FROM asked JOIN period USING ("year") JOIN "YearlyValue" v ON v."organisationId" = ${organisationId}::uuid AND v."orgUnitId" = ${orgUnitId}::uuid
        AND v."kpiId" = asked."kpiId" AND v."year" = asked."year" AND v."version" = asked."version"
      ORDER BY v."kpiId", v."year" FOR SHARE OF v
    ), stored AS (
      INSERT INTO "ValueConfirmation" ("organisationId", "kpiId", "orgUnitId", "year", "version", "code", "comment", "actorId")
      SELECT ${organisationId}::uuid, "kpiId", ${orgUnitId}::uuid, "year", "version", "code", "comment", ${actorId}::uuid FROM cell
      ON CONFLICT DO NOTHING RETURNING *
    ), bumped AS (
      UPDATE "Organisation" SET "dataVersion" = "dataVersion" + 1 WHERE "id" = ${organisationId}::uuid AND EXISTS (SELECT FROM stored) RETURNING "id"
    ), audited AS (
      INSERT INTO "AuditEntry" ("organisationId", "actorId", "door", "action", "detail")
      SELECT bumped."id", ${actorId}::uuid, 'page', 'value.confirm', batch."detail" FROM bumped, (
        SELECT jsonb_build_object('count', count(*), 'cells', jsonb_agg(jsonb_build_array("kpiId", "orgUnitId", "year", "version", "code") ORDER BY "kpiId", "year")) AS "detail" FROM stored) batch
    )
    SELECT asked."place", COALESCE(stored."at", CASE WHEN cell."place" IS NOT NULL THEN now() END) AS "at"
    FROM asked LEFT JOIN cell USING ("place") LEFT JOIN stored ON stored."kpiId" = asked."kpiId" AND stored."year" = asked."year" AND stored."code" = asked."code"
    ORDER BY asked."place"`);
  return rows.map(({ at }) => at && { at: at.toISOString() });
}
