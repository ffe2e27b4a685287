import { Refusal } from "@/lib/access/refusal";
import type { Sql } from "@/lib/database/sql";
import { confirmAnswered } from "@/lib/import/question/mutations";
import { sheetNames } from "@/lib/import/preview/queries";
import { inSettlement, settle, type Writing } from "@/lib/import/settling/mutations";
import { definitionsPrint } from "@/lib/import/world/queries";

/**
 * Writes the figures of a previewed import in one transaction: values, history, the link in the audit trail, the new
 * data version and the import's own state; killed at any moment, all of it is there or nothing. Every figure must still
 * have the version the preview saw, every year be open, and the definitions be those it was judged by; else
 * `import.changedSince`, and nothing is written. Returns how many were.
 */
export async function writeImport(sql: Sql, writing: Writing): Promise<number> {
  return inSettlement(sql, writing, "importing", "import.changedSince", async (cells) => {
    const { importId, organisationId, actorId, door } = writing;
    const {
      rows: [{ count, stale, questioned }],
    } = await sql.query(WRITE, [importId, organisationId, actorId, door]);
    if (count !== cells || stale) throw new Refusal("import.changedSince");
    if (questioned) await confirmAnswered(sql, writing);
    await sql.query(
      `UPDATE "Import" SET state = 'imported', progress = 1000, "settledBy" = $2, "settledAt" = now(), "leaseUntil" = NULL WHERE id = $1`,
      [importId, actorId],
    );
    return count;
  });
}

/** A new figure without a source of its own names file, sheet and cell. */
const SOURCE = `coalesce(accepted.source, left((SELECT name FROM "Import" WHERE id = $1) || ' · ' || coalesce((${sheetNames("$1")})[accepted.sheet + 1], '') || ' ' || accepted.cell, 2000))`;

/** The columns of a new figure; the counts behind it no file tells. */
const ADDED = `"organisationId", "kpiId", "orgUnitId", year, status, amount, scale, men, women, origin, "isExample", basis, comment, source, version, "updatedBy", "updatedAt"`;

/** What is sorted stands first in its row, and nothing is carried along that nobody writes: a third of the sort. */
function accepted(which: string): string {
  return `SELECT "kpiId", "orgUnitId", year, seen, status, amount, scale, men, women, sheet, cell, basis, comment, source FROM "ImportCell" WHERE "importId" = $1 AND outcome IN ('added', 'changed') AND ${which} ORDER BY "kpiId", "orgUnitId", year`;
}

/*
 * Words the file has no column for stay, as in a save: a single remark goes where the new status keeps remarks. What
 * is added goes into values and history from the same row: what a hundred thousand inserts return need not be kept.
 */
const WRITE = `
  WITH added AS MATERIALIZED (
    SELECT $2::uuid AS "organisationId", "kpiId", "orgUnitId", year, status, amount, scale, men, women, 'imported'::"ValueOrigin" AS origin, false AS "isExample",
      coalesce(basis, '') AS basis, coalesce(comment, '') AS comment, ${SOURCE} AS source, 1 AS version, $3::uuid AS "updatedBy", now() AS "updatedAt"
    FROM (${accepted("seen = 0")}) accepted
  ), inserted AS (
    INSERT INTO "YearlyValue" (${ADDED}) SELECT ${ADDED} FROM added
  ), changed AS (
    UPDATE "YearlyValue" stored SET
      status = accepted.status, amount = accepted.amount, scale = accepted.scale, men = accepted.men, women = accepted.women, origin = 'imported', "isExample" = false,
      numerator = NULL, denominator = NULL, promoters = NULL, passives = NULL, detractors = NULL,
      basis = CASE WHEN accepted.basis || accepted.comment <> '' OR accepted.basis <> '' THEN coalesce(accepted.basis, '') WHEN accepted.status = 'reported' THEN '' ELSE coalesce(nullif(stored.basis, ''), stored.comment) END,
      comment = CASE WHEN accepted.comment IS NOT NULL AND accepted.comment <> '' THEN accepted.comment WHEN accepted.basis <> '' THEN stored.comment
        WHEN accepted.status = 'reported' THEN concat_ws(' · ', nullif(stored.basis, ''), nullif(stored.comment, '')) WHEN stored.basis = '' THEN '' ELSE stored.comment END,
      source = ${SOURCE}, version = stored.version + 1, "updatedBy" = $3::uuid, "updatedAt" = now()
    FROM (${accepted("seen > 0")}) accepted WHERE stored."kpiId" = accepted."kpiId" AND stored."orgUnitId" = accepted."orgUnitId" AND stored.year = accepted.year
      AND stored."organisationId" = $2 AND stored.version = accepted.seen
    RETURNING stored.*
  ), written AS (
    SELECT ${ADDED}, NULL::numeric AS numerator, NULL::numeric AS denominator, NULL::int AS promoters, NULL::int AS passives, NULL::int AS detractors FROM added
    UNION ALL SELECT ${ADDED}, numerator, denominator, promoters, passives, detractors FROM changed
  ), ${settle("value.import")}
  SELECT (SELECT count(*)::int FROM revised) AS count, (SELECT definitions IS DISTINCT FROM ${definitionsPrint("$2")} FROM "Import" WHERE id = $1) AS stale,
    (SELECT (summary ->> 'questioned')::int > 0 FROM "Import" WHERE id = $1) AND EXISTS (SELECT FROM "ImportCell" WHERE "importId" = $1 AND answer <> '') AS questioned`;
