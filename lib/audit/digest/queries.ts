import type { ClientBase } from "pg";
import { batchDigest } from "../../value/revision/model.ts";
import type { DigestFault } from "./model.ts";

/** Batches held against their rows at once. */
const PAGE = 200;

/*
 * Rows of saves are named by their batch, each with a print of its own since there are prints; before the column
 * "restores" came, rows were digested without it.
 */
const SAVES = `
  WITH entry AS (
    SELECT sequence, action, detail FROM "AuditEntry" WHERE "organisationId" = $1 AND sequence > $2 AND sequence <= $3 AND action IN ('value.save', 'value.restore', 'value.restate') AND detail ? 'cells'
  ), named AS (
    SELECT entry.sequence, cell.place, (cell.of->>0)::uuid AS "kpiId", (cell.of->>1)::uuid AS "orgUnitId", (cell.of->>2)::int AS year, (cell.of->>3)::int AS version, entry.detail->'prints'->>(cell.place - 1)::int AS print
    FROM entry, jsonb_array_elements(entry.detail->'cells') WITH ORDINALITY AS cell (of, place)
  ), found AS (
    SELECT named.*, to_jsonb(r) - 'at' AS said FROM named
    LEFT JOIN "ValueRevision" r ON r."organisationId" = $1 AND r."kpiId" = named."kpiId" AND r."orgUnitId" = named."orgUnitId" AND r.year = named.year AND r.version = named.version
  ), whole AS (
    SELECT sequence, bool_or(said IS NULL) AS "isShort", encode(sha256(convert_to(string_agg(said::text, E'\\n' ORDER BY place), 'UTF8')), 'hex') AS digest,
      encode(sha256(convert_to(string_agg((said - 'restores')::text, E'\\n' ORDER BY place), 'UTF8')), 'hex') AS before FROM found GROUP BY sequence
  ), wrong AS (
    SELECT entry.sequence, entry.action FROM entry JOIN whole USING (sequence) WHERE whole."isShort" OR entry.detail->>'digest' NOT IN (whole.digest, whole.before)
  )
  SELECT wrong.sequence::int, wrong.action, CASE WHEN found.said IS NULL THEN 'missing' ELSE 'changed' END AS fault, found."kpiId", found."orgUnitId", found.year, found.version
  FROM wrong JOIN found USING (sequence)
  WHERE found.said IS NULL OR found.print IS NULL OR found.print <> left(encode(sha256(convert_to(found.said::text, 'UTF8')), 'hex'), 16)
  ORDER BY 1, found.place`;

/** Rows of an import are those of its time, author and door. */
const IMPORTS = `
  SELECT entry.sequence::int, entry.action, 'changed' AS fault, NULL AS "kpiId", NULL AS "orgUnitId", NULL::int AS year, NULL::int AS version
  FROM "AuditEntry" entry, LATERAL (${batchDigest(`(SELECT * FROM "ValueRevision" r WHERE r."organisationId" = $1 AND r.at = entry.at AND r."actorId" = entry."actorId" AND r.door = entry.door) rows`)}) batch
  WHERE entry."organisationId" = $1 AND entry.sequence > $2 AND entry.sequence <= $3 AND entry.action IN ('value.import', 'value.importUndo') AND entry.detail ? 'digest'
    AND (batch.digest, batch.count) IS DISTINCT FROM (entry.detail->>'digest', (entry.detail->>'count')::int)`;

const VERDICTS = `
  SELECT entry.sequence::int, entry.action, CASE WHEN batch.count < (entry.detail->>'count')::int THEN 'missing' ELSE 'changed' END AS fault, NULL AS "kpiId", NULL AS "orgUnitId", NULL::int AS year, NULL::int AS version
  FROM "AuditEntry" entry, LATERAL (
    SELECT count(*)::int AS count, encode(sha256(convert_to(string_agg(ROW(v."kpiId", v."orgUnitId", v.year, v.version, v.definition, v.verdict, v.comment, v."actorId")::text, E'\\n' ORDER BY v."kpiId", v."orgUnitId"), 'UTF8')), 'hex') AS digest
    FROM "ValueVerdict" v WHERE v."batchId" = (entry.detail->>'batch')::uuid) batch
  WHERE entry."organisationId" = $1 AND entry.sequence > $2 AND entry.sequence <= $3 AND entry.action IN ('value.submit', 'value.approve', 'value.return')
    AND (batch.digest, batch.count) IS DISTINCT FROM (entry.detail->>'digest', (entry.detail->>'count')::int)`;

/** What a cell says is what its latest revision says. */
const CELLS = `
  SELECT 0 AS sequence, '' AS action, CASE WHEN r.version IS NULL THEN 'missing' ELSE 'differs' END AS fault, v."kpiId", v."orgUnitId", v.year, v.version
  FROM "YearlyValue" v LEFT JOIN "ValueRevision" r ON r."organisationId" = $1 AND r."kpiId" = v."kpiId" AND r."orgUnitId" = v."orgUnitId" AND r.year = v.year AND r.version = v.version
  WHERE v."organisationId" = $1 AND (r.version IS NULL OR ROW(r.status, r.amount, r.scale, r.men, r.women, r.numerator, r.denominator, r.promoters, r.passives, r.detractors, r.origin, r."isExample", r.basis, r.comment, r.source, r."actorId")
    IS DISTINCT FROM ROW(v.status, v.amount, v.scale, v.men, v.women, v.numerator, v.denominator, v.promoters, v.passives, v.detractors, v.origin, v."isExample", v.basis, v.comment, v.source, v."updatedBy")
    OR EXISTS (SELECT FROM "ValueRevision" later WHERE later."kpiId" = v."kpiId" AND later."orgUnitId" = v."orgUnitId" AND later.year = v.year AND later.version > v.version))
  ORDER BY v.year, v."kpiId", v."orgUnitId" LIMIT 1000`;

type Row = Omit<DigestFault, "place"> & {
  kpiId: string | null;
  orgUnitId: string | null;
  year: number | null;
  version: number | null;
};

/**
 * Holds the digests of an organisation's audit trail against the rows they were made of, batch by batch, and the
 * values against their latest revisions. Each fault names its link and, where it can be told, the row.
 */
export async function* digestFaults(database: ClientBase, organisationId: string): AsyncGenerator<DigestFault, void> {
  const {
    rows: [last],
  } = await database.query<{ sequence: number }>(
    `SELECT coalesce(max(sequence), 0)::int AS sequence FROM "AuditEntry" WHERE "organisationId" = $1`,
    [organisationId],
  );
  for (let after = 0; after < last!.sequence; after += PAGE)
    for (const sql of [SAVES, IMPORTS, VERDICTS])
      yield* await named(database, (await database.query<Row>(sql, [organisationId, after, after + PAGE])).rows);
  yield* await named(database, (await database.query<Row>(CELLS, [organisationId])).rows);
}

async function named(database: ClientBase, rows: Row[]): Promise<DigestFault[]> {
  if (rows.length === 0) return [];
  const { rows: names } = await database.query<{ id: string; code: string }>(
    `SELECT id, code FROM "Kpi" WHERE id = ANY($1::uuid[]) UNION ALL SELECT id, code FROM "OrgUnit" WHERE id = ANY($2::uuid[])`,
    [rows.flatMap(({ kpiId }) => kpiId ?? []), rows.flatMap(({ orgUnitId }) => orgUnitId ?? [])],
  );
  const codeOf = new Map(names.map(({ id, code }) => [id, code]));
  return rows.map(({ sequence, action, fault, kpiId, orgUnitId, year, version }) => ({
    sequence,
    action,
    fault,
    place:
      kpiId && orgUnitId && year !== null && version !== null
        ? { kpi: codeOf.get(kpiId) ?? kpiId, orgUnit: codeOf.get(orgUnitId) ?? orgUnitId, year, version }
        : null,
  }));
}
