import { Refusal } from "@/lib/access/refusal";
import { inTransaction, type Sql } from "@/lib/database/sql";
import { joinInBulk } from "@/lib/import/staging/mutations";
import { batchDigest, revisionColumns, revisionLine } from "@/lib/value/revision/model";

/** An import that is to be written or taken back: whose, through which door, by whom. */
export type Writing = { importId: string; organisationId: string; actorId: string; door: "import" | "command" };

const UNIQUE_VIOLATION = "23505";

/**
 * Runs the write of an import, or its undoing, in one transaction, when it still is in `state`. Throws `closed` when a
 * year of its cells is not open any more, `import.elsewhere` when somebody else was faster. Locks in the order of every
 * save: period, cells by key, organisation, audit trail; the import's own row first, so that no two processes write one.
 */
export async function inSettlement(
  sql: Sql,
  { importId, organisationId }: Writing,
  state: string,
  closed: string,
  job: (cells: number) => Promise<number>,
): Promise<number> {
  const work = async () => {
    const own = await sql.query(`SELECT state FROM "Import" WHERE id = $1 AND "organisationId" = $2 FOR UPDATE`, [
      importId,
      organisationId,
    ]);
    if (own.rows[0]?.state !== state) throw new Refusal("import.elsewhere");
    const years = await sql.query<{ year: number; count: number }>(
      `SELECT year, count(*)::int AS count FROM "ImportCell" WHERE "importId" = $1 AND outcome IN ('added', 'changed') GROUP BY year`,
      [importId],
    );
    const periods = await sql.query(
      `SELECT state FROM "ReportingPeriod" WHERE "organisationId" = $1 AND year = ANY($2) ORDER BY year FOR SHARE`,
      [organisationId, years.rows.map(({ year }) => year)],
    );
    if (periods.rows.some((period) => period.state !== "open" && period.state !== "inReview"))
      throw new Refusal(closed);
    const cells = years.rows.reduce((sum, { count }) => sum + count, 0);
    await joinInBulk(sql, cells);
    return job(cells);
  };
  try {
    return await inTransaction(sql, work);
  } catch (error) {
    // Somebody stored a first figure in a cell that was empty at the preview.
    throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new Refusal("import.changedSince") : error;
  }
}

const copied = revisionColumns.filter((column) => column !== '"actorId"' && column !== "door").join(", ");

/** SQL: what follows a change of values (`written`): their revisions, the data version, one link of the audit trail with a digest of all rows. Parameters: import, organisation, actor, door. */
export function settle(action: string): string {
  return `
  revised AS (
    INSERT INTO "ValueRevision" (${copied}, "organisationId", "actorId", door, at) SELECT ${copied}, "organisationId", "updatedBy", $4, "updatedAt" FROM written
    RETURNING "kpiId", "orgUnitId", year, ${revisionLine} AS line
  ), bumped AS (
    UPDATE "Organisation" SET "dataVersion" = "dataVersion" + 1 WHERE id = $2 AND EXISTS (SELECT FROM revised) RETURNING id
  ), audited AS (
    INSERT INTO "AuditEntry" ("organisationId", "actorId", door, action, subject, detail)
    SELECT bumped.id, $3::uuid, $4, '${action}', $1::text, jsonb_build_object('import', $1::text, 'count', batch.count, 'digest', batch.digest, 'file', (SELECT file.sha256 FROM "Import" i JOIN "KeptFile" file ON file.id = i."fileId" WHERE i.id = $1))
    FROM bumped, (${batchDigest("revised", "line")}) batch
  )`;
}
