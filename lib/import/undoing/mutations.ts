import type { Sql } from "@/lib/database/sql";
import { inSettlement, settle, type Writing } from "@/lib/import/settling/mutations";

/**
 * Takes an import back in one transaction: every figure that still is as the import left it gets what it had before,
 * as a new revision. Figures that somebody changed since stay as they are, and their cells are marked `kept`. Throws
 * `import.periodClosed` when a year is not open any more. Returns how many were taken back.
 */
export async function undoImport(sql: Sql, writing: Writing): Promise<number> {
  return inSettlement(sql, writing, "undoing", "import.periodClosed", async (cells) => {
    const { importId, organisationId, actorId, door } = writing;
    const {
      rows: [{ count }],
    } = await sql.query(UNDO, [importId, organisationId, actorId, door]);
    if (count < cells) await sql.query(MARK_KEPT, [importId]);
    await sql.query(
      `UPDATE "Import" SET state = 'undone', progress = 1000, "settledBy" = $2, "settledAt" = now(), "leaseUntil" = NULL, summary = summary || jsonb_build_object('undone', $3::int, 'kept', $4::int) WHERE id = $1`,
      [importId, actorId, count, cells - count],
    );
    return count;
  });
}

/** What a figure that was estimated before every estimate had to say its basis rests on, once it comes back: nobody said. In both languages, as texts are kept. */
const NOBODY_SAID = "Grundlag ikke oplyst | Basis not stated";

const UNDO = `
  WITH before AS (
    SELECT one."kpiId", one."orgUnitId", one.year, one.seen, old.status, old.amount, old.scale, old.men, old.women, old.numerator, old.denominator, old.promoters, old.passives, old.detractors,
      coalesce(old.origin, 'imported') AS origin, coalesce(old."isExample", false) AS "isExample", CASE WHEN old.status = 'estimated' AND btrim(old.basis) = '' THEN '${NOBODY_SAID}' ELSE coalesce(old.basis, '') END AS basis, coalesce(old.comment, '') AS comment, coalesce(old.source, '') AS source
    FROM "ImportCell" one LEFT JOIN "ValueRevision" old ON old."organisationId" = $2 AND old."kpiId" = one."kpiId" AND old."orgUnitId" = one."orgUnitId" AND old.year = one.year AND old.version = one.seen
    WHERE one."importId" = $1 AND one.outcome IN ('added', 'changed')
  ), locked AS (
    SELECT before.* FROM before JOIN "YearlyValue" v ON v."kpiId" = before."kpiId" AND v."orgUnitId" = before."orgUnitId" AND v.year = before.year AND v.version = before.seen + 1 AND v."organisationId" = $2
    ORDER BY before."kpiId", before."orgUnitId", before.year FOR UPDATE OF v
  ), written AS (
    UPDATE "YearlyValue" stored SET status = locked.status, amount = locked.amount, scale = locked.scale, men = locked.men, women = locked.women, numerator = locked.numerator, denominator = locked.denominator,
      promoters = locked.promoters, passives = locked.passives, detractors = locked.detractors, origin = locked.origin, "isExample" = locked."isExample", basis = locked.basis, comment = locked.comment, source = locked.source,
      version = stored.version + 1, "updatedBy" = $3::uuid, "updatedAt" = now()
    FROM locked WHERE stored."kpiId" = locked."kpiId" AND stored."orgUnitId" = locked."orgUnitId" AND stored.year = locked.year RETURNING stored.*
  ), ${settle("value.importUndo")}
  SELECT (SELECT count(*)::int FROM revised) AS count`;

/** What was taken back has exactly two versions more than the preview saw, the second of them of this transaction's time; anything else was changed by somebody. */
const MARK_KEPT = `
  UPDATE "ImportCell" one SET code = 'kept' WHERE one."importId" = $1 AND one.outcome IN ('added', 'changed') AND NOT EXISTS (
    SELECT FROM "ValueRevision" taken WHERE taken."kpiId" = one."kpiId" AND taken."orgUnitId" = one."orgUnitId" AND taken.year = one.year AND taken.version = one.seen + 2 AND taken.at = now()::timestamptz(3))`;
