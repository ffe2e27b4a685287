import { Refusal } from "@/lib/access/refusal";
import { inTransaction, type Sql } from "@/lib/database/sql";
import { keepFile } from "@/lib/kept-file/mutations";
import type { CellKey, Door } from "@/lib/value/model";
import { mostPerCell, type JudgedFile } from "./model";

/** Who does something to the evidence of which organisation, and through which door. */
type Actor = { organisationId: string; actorId: string; door: Door };

/**
 * Keeps a judged file and puts it beside a value, with its link in the audit trail: all of it or nothing. Returns the
 * evidence's id. Refuses `evidence.already` when the same bytes back the value already, `evidence.tooMany` when it has
 * as many files as it may. Any year takes evidence: a figure is not changed by it, and its date is kept.
 */
export async function addEvidence(
  sql: Sql,
  { organisationId, actorId, door }: Actor,
  cell: CellKey,
  { bytes, note, ...file }: JudgedFile & { note: string; bytes: Uint8Array },
): Promise<string> {
  const place = [organisationId, cell.kpiId, cell.orgUnitId, cell.year];
  return inTransaction(sql, async () => {
    // Two people bring the same file at once: the second is told.
    await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('evidence ' || $1, 0))`, [place.join(" ")]);
    const { rows: held } = await sql.query<{ sha256: string }>(
      `SELECT f.sha256 FROM "Evidence" e JOIN "KeptFile" f ON f.id = e."fileId"
       WHERE e."organisationId" = $1 AND e."kpiId" = $2 AND e."orgUnitId" = $3 AND e.year = $4 AND NOT EXISTS (SELECT FROM "EvidenceWithdrawal" w WHERE w."evidenceId" = e.id)`,
      place,
    );
    if (held.some(({ sha256 }) => sha256 === file.sha256)) throw new Refusal("evidence.already", {}, "file");
    if (held.length >= mostPerCell) throw new Refusal("evidence.tooMany", { most: mostPerCell }, "file");
    const fileId = await keepFile(sql, { organisationId, sha256: file.sha256, size: file.size }, [bytes]);
    const { rows } = await sql.query<{ id: string }>(
      `INSERT INTO "Evidence" ("organisationId", "kpiId", "orgUnitId", year, "fileId", name, kind, note, "addedBy") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [...place, fileId, file.name, file.kind, note, actorId],
    );
    const { id } = rows[0]!;
    await audit(sql, { organisationId, actorId, door }, "evidence.add", id, { cell, sha256: file.sha256 });
    return id;
  });
}

/**
 * Takes evidence back: it stays to be seen and read, but no longer backs its value. Refuses `access.notFound` for an
 * id the organisation does not have, `evidence.withdrawnAlready`, and `evidence.periodClosed` in a year that is closed
 * or published: what a published figure rests on stays.
 */
export async function withdrawEvidence(sql: Sql, actor: Actor, id: string, reason: string): Promise<void> {
  await inTransaction(sql, async () => {
    const { rows } = await sql.query<{ kpiId: string; orgUnitId: string; year: number; state: string }>(
      `SELECT e."kpiId", e."orgUnitId", e.year, p.state FROM "Evidence" e JOIN "ReportingPeriod" p ON p."organisationId" = e."organisationId" AND p.year = e.year
       WHERE e."organisationId" = $1 AND e.id = $2 FOR SHARE OF p`,
      [actor.organisationId, id],
    );
    const [found] = rows;
    if (!found) throw new Refusal("access.notFound");
    const { state, ...cell } = found;
    if (state !== "open" && state !== "inReview") throw new Refusal("evidence.periodClosed");
    const { rowCount } = await sql.query(
      `INSERT INTO "EvidenceWithdrawal" ("evidenceId", "organisationId", reason, "actorId") VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [id, actor.organisationId, reason, actor.actorId],
    );
    if (rowCount === 0) throw new Refusal("evidence.withdrawnAlready");
    await audit(sql, actor, "evidence.withdraw", id, { cell });
  });
}

/** No file names: they may name a person, and the trail is never erased. */
async function audit(
  sql: Sql,
  { organisationId, actorId, door }: Actor,
  action: string,
  id: string,
  detail: object,
): Promise<void> {
  await sql.query(
    `INSERT INTO "AuditEntry" ("organisationId", "actorId", door, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)`,
    [organisationId, actorId, door, action, id, JSON.stringify(detail)],
  );
}
