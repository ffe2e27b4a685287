/** What a revision says: every column of it but its number and its time, in the order of the batch's digest. */
export const revisionColumns = [
  '"kpiId"',
  '"orgUnitId"',
  "year",
  "version",
  "status",
  "amount",
  "scale",
  "men",
  "women",
  "numerator",
  "denominator",
  "promoters",
  "passives",
  "detractors",
  "origin",
  '"isExample"',
  "basis",
  "comment",
  "source",
  '"actorId"',
  "door",
] as const;

/** SQL: what a revision says, as a line of its batch's digest. */
export const revisionLine = `ROW(${revisionColumns.join(", ")})::text`;

/**
 * SQL: number and digest (SHA-256, hex) of many revisions, as the audit trail keeps them of an import: of each KPI the
 * digest of its rows by org unit and year, then the digest of those by KPI. So a million rows are never one text.
 * `line`: a column that holds the revisions' lines already.
 */
export function batchDigest(revisions: string, line = revisionLine): string {
  return `
    SELECT sum(count)::int AS count, encode(sha256(string_agg(digest, ''::bytea ORDER BY "kpiId")), 'hex') AS digest FROM (
      SELECT "kpiId", count(*) AS count, sha256(convert_to(string_agg(${line}, E'\\n' ORDER BY "orgUnitId", year), 'UTF8')) AS digest
      FROM ${revisions} GROUP BY "kpiId") kpi`;
}
