import { Refusal } from "@/lib/access/refusal";
import { sheetNames } from "@/lib/import/preview/queries";
import { definitionsPrint, type Sql } from "@/lib/import/world/queries";

const UNIQUE_VIOLATION = "23505";

/** An import that is to be written or taken back: whose, through which door, by whom. */
export type Writing = { importId: string; organisationId: string; actorId: string; door: "import" | "command" };

/**
 * Writes the figures of a previewed import in one transaction: values, history, the link in the audit trail, the new
 * data version and the import's own state; killed at any moment, all of it is there or nothing. Every figure must still
 * have the version the preview saw, every year be open, and the definitions be those it was judged by; else
 * `import.changedSince`, and nothing is written. Returns how many were.
 */
export async function writeImport(sql: Sql, writing: Writing): Promise<number> {
  return inTransaction(sql, writing, "importing", async () => {
    const { importId, organisationId, actorId, door } = writing;
    const expected = await sql.query(
      `SELECT count(*)::int AS count FROM "ImportCell" WHERE "importId" = $1 AND outcome IN ('added', 'changed')`,
      [importId],
    );
    const {
      rows: [{ count, stale }],
    } = await sql.query(WRITE, [importId, organisationId, actorId, door]);
    if (count !== expected.rows[0].count || stale) throw new Refusal("import.changedSince");
    await sql.query(
      `UPDATE "Import" SET state = 'imported', progress = 1000, "settledBy" = $2, "settledAt" = now(), "leaseUntil" = NULL WHERE id = $1`,
      [importId, actorId],
    );
    return count;
  });
}

/**
 * Takes an import back in one transaction: every figure that still is as the import left it gets what it had before,
 * as a new revision. Figures that somebody changed since stay as they are. Returns how many were taken back.
 */
export async function undoImport(sql: Sql, writing: Writing): Promise<number> {
  return inTransaction(sql, writing, "undoing", async () => {
    const { importId, organisationId, actorId, door } = writing;
    const {
      rows: [{ count }],
    } = await sql.query(UNDO, [importId, organisationId, actorId, door]);
    await sql.query(
      `UPDATE "Import" SET state = 'undone', progress = 1000, "settledBy" = $2, "settledAt" = now(), "leaseUntil" = NULL, summary = summary || jsonb_build_object('undone', $3::int) WHERE id = $1`,
      [importId, actorId, count],
    );
    return count;
  });
}

/* Locks in the order of every save: period, cells by key, organisation, audit trail; the import's own row first, so that no two processes write one. */
async function inTransaction(
  sql: Sql,
  { importId, organisationId }: Writing,
  state: string,
  work: () => Promise<number>,
): Promise<number> {
  await sql.query("BEGIN");
  try {
    // Two sorts of a hundred thousand rows each: in memory.
    await sql.query("SET LOCAL work_mem = '48MB'");
    const own = await sql.query(`SELECT state FROM "Import" WHERE id = $1 AND "organisationId" = $2 FOR UPDATE`, [
      importId,
      organisationId,
    ]);
    if (own.rows[0]?.state !== state) throw new Refusal("import.elsewhere");
    const closed = await sql.query(
      `
      SELECT period.state FROM "ReportingPeriod" period WHERE "organisationId" = $2
        AND year IN (SELECT DISTINCT year FROM "ImportCell" WHERE "importId" = $1 AND outcome IN ('added', 'changed')) FOR SHARE`,
      [importId, organisationId],
    );
    if (closed.rows.some((period) => period.state !== "open" && period.state !== "inReview"))
      throw new Refusal(state === "importing" ? "import.changedSince" : "import.periodClosed");
    const count = await work();
    await sql.query("COMMIT");
    return count;
  } catch (error) {
    await sql.query("ROLLBACK");
    // Somebody stored a first figure in a cell that was empty at the preview.
    throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new Refusal("import.changedSince") : error;
  }
}

/** What follows a change of values: their revisions, the data version, one link of the audit trail with a digest of all rows. */
const settle = (action: string) => `
  revised AS (
    INSERT INTO "ValueRevision" ("organisationId", "kpiId", "orgUnitId", year, version, status, amount, scale, men, women, numerator, denominator, promoters, passives, detractors, origin, "isExample", basis, comment, source, "actorId", at, door)
    SELECT "organisationId", "kpiId", "orgUnitId", year, version, status, amount, scale, men, women, numerator, denominator, promoters, passives, detractors, origin, "isExample", basis, comment, source, "updatedBy", "updatedAt", $4 FROM written
    RETURNING "kpiId", "orgUnitId", year, version, status, amount, men, women, basis, comment, source
  ), bumped AS (
    UPDATE "Organisation" SET "dataVersion" = "dataVersion" + 1 WHERE id = $2 AND EXISTS (SELECT FROM revised) RETURNING id
  ), audited AS (
    INSERT INTO "AuditEntry" ("organisationId", "actorId", door, action, subject, detail)
    SELECT bumped.id, $3::uuid, $4, '${action}', $1::text, jsonb_build_object('import', $1::text, 'count', batch.count, 'digest', batch.digest, 'file', (SELECT file.sha256 FROM "Import" i JOIN "KeptFile" file ON file.id = i."fileId" WHERE i.id = $1))
    FROM bumped, (SELECT count(*) AS count, encode(sha256(convert_to(string_agg(concat_ws('|', "kpiId", "orgUnitId", year, version, status, amount, men, women, basis, comment, source), E'\\n' ORDER BY "kpiId", "orgUnitId", year), 'UTF8')), 'hex') AS digest FROM revised) batch
  )`;

/** The time and random bits once for all rows, then the place in the file: a hundred thousand new rows stand beside each other in the index instead of all over it, which saves a third of the write. */
const ORDERED_ID = `((SELECT lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || substr(replace(gen_random_uuid()::text, '-', ''), 13, 12)) || lpad(to_hex(position), 8, '0'))::uuid`;

/*
 * Words the file has no column for stay, as in a save: a single remark goes where the new status keeps remarks. A new
 * figure without a source of its own names file, sheet and cell.
 */
const WRITE = `
  WITH accepted AS (
    SELECT one.position, one."kpiId", one."orgUnitId", one.year, one.status, one.amount, one.scale, one.men, one.women, one.basis, one.comment, one.seen,
      coalesce(one.source, left((SELECT name FROM "Import" WHERE id = $1) || ' · ' || coalesce((${sheetNames("$1")})[one.sheet + 1], '') || ' ' || one.cell, 2000)) AS source
    FROM "ImportCell" one WHERE one."importId" = $1 AND one.outcome IN ('added', 'changed') ORDER BY one."kpiId", one."orgUnitId", one.year
  ), inserted AS (
    INSERT INTO "YearlyValue" (id, "organisationId", "kpiId", "orgUnitId", year, status, amount, scale, men, women, origin, "isExample", basis, comment, source, version, "updatedBy", "updatedAt")
    SELECT ${ORDERED_ID}, $2, "kpiId", "orgUnitId", year, status, amount, scale, men, women, 'imported', false, coalesce(basis, ''), coalesce(comment, ''), source, 1, $3::uuid, now() FROM accepted WHERE seen = 0
    RETURNING *
  ), changed AS (
    UPDATE "YearlyValue" stored SET
      status = accepted.status, amount = accepted.amount, scale = accepted.scale, men = accepted.men, women = accepted.women, origin = 'imported', "isExample" = false,
      numerator = NULL, denominator = NULL, promoters = NULL, passives = NULL, detractors = NULL,
      basis = CASE WHEN accepted.basis || accepted.comment <> '' OR accepted.basis <> '' THEN coalesce(accepted.basis, '') WHEN accepted.status = 'reported' THEN '' ELSE coalesce(nullif(stored.basis, ''), stored.comment) END,
      comment = CASE WHEN accepted.comment IS NOT NULL AND accepted.comment <> '' THEN accepted.comment WHEN accepted.basis <> '' THEN stored.comment
        WHEN accepted.status = 'reported' THEN concat_ws(' · ', nullif(stored.basis, ''), nullif(stored.comment, '')) WHEN stored.basis = '' THEN '' ELSE stored.comment END,
      source = accepted.source, version = stored.version + 1, "updatedBy" = $3::uuid, "updatedAt" = now()
    FROM accepted WHERE accepted.seen > 0 AND stored."kpiId" = accepted."kpiId" AND stored."orgUnitId" = accepted."orgUnitId" AND stored.year = accepted.year
      AND stored."organisationId" = $2 AND stored.version = accepted.seen
    RETURNING stored.*
  ), written AS (SELECT * FROM inserted UNION ALL SELECT * FROM changed
  ), ${settle("value.import")}
  SELECT (SELECT count(*)::int FROM revised) AS count, (SELECT definitions IS DISTINCT FROM ${definitionsPrint("$2")} FROM "Import" WHERE id = $1) AS stale`;

const UNDO = `
  WITH before AS (
    SELECT one."kpiId", one."orgUnitId", one.year, one.seen, old.status, old.amount, old.scale, old.men, old.women, old.numerator, old.denominator, old.promoters, old.passives, old.detractors,
      coalesce(old.origin, 'imported') AS origin, coalesce(old."isExample", false) AS "isExample", coalesce(old.basis, '') AS basis, coalesce(old.comment, '') AS comment, coalesce(old.source, '') AS source
    FROM "ImportCell" one LEFT JOIN "ValueRevision" old ON old."kpiId" = one."kpiId" AND old."orgUnitId" = one."orgUnitId" AND old.year = one.year AND old.version = one.seen
    WHERE one."importId" = $1 AND one.outcome IN ('added', 'changed')
  ), locked AS (
    SELECT v.id, before.* FROM before JOIN "YearlyValue" v ON v."kpiId" = before."kpiId" AND v."orgUnitId" = before."orgUnitId" AND v.year = before.year AND v.version = before.seen + 1 AND v."organisationId" = $2
    ORDER BY before."kpiId", before."orgUnitId", before.year FOR UPDATE OF v
  ), written AS (
    UPDATE "YearlyValue" stored SET status = locked.status, amount = locked.amount, scale = locked.scale, men = locked.men, women = locked.women, numerator = locked.numerator, denominator = locked.denominator,
      promoters = locked.promoters, passives = locked.passives, detractors = locked.detractors, origin = locked.origin, "isExample" = locked."isExample", basis = locked.basis, comment = locked.comment, source = locked.source,
      version = stored.version + 1, "updatedBy" = $3::uuid, "updatedAt" = now()
    FROM locked WHERE stored.id = locked.id RETURNING stored.*
  ), ${settle("value.importUndo")}
  SELECT (SELECT count(*)::int FROM revised) AS count`;
