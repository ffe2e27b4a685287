import { inTransaction, type Sql } from "@/lib/database/sql";
import type { ReadCell } from "@/lib/import/reading/model";
import { judge } from "@/lib/import/judgement/model";
import type { World } from "@/lib/import/world/model";

/** A read cell with its place in the file, and whether the file itself says its status. */
export type StagedCell = ReadCell & { position: number; saysStatus: boolean };

/** The same KPI, org unit and year came up twice: whoever stages asks for `refuseDuplicates` at the end. */
export type Seen = { has(cell: ReadCell): boolean };

/** Remembers which cells of the organisation a file has spoken of, one bit each: a million of them take no more than a megabyte. */
export function seenCells({ kpis, orgUnits }: World): Seen {
  const [kpiAt, orgUnitAt] = [indexed(kpis.keys()), indexed(orgUnits.keys())];
  const years = 2101 - 1990;
  const bits = new Map<number, Uint8Array>();
  return {
    has({ kpi, orgUnit, year }) {
      if (!kpi || !orgUnit || year === null) return false;
      const at = orgUnitAt.get(orgUnit.code)! * years + (year - 1990);
      const row = kpiAt.get(kpi.code)!;
      let line = bits.get(row);
      if (!line) bits.set(row, (line = new Uint8Array(Math.ceil((orgUnits.size * years) / 8))));
      const [byte, bit] = [at >> 3, 1 << (at & 7)];
      const was = (line[byte]! & bit) !== 0;
      line[byte]! |= bit;
      return was;
    },
  };
}

function indexed(keys: Iterable<string>): Map<string, number> {
  return new Map([...keys].map((key, at) => [key, at]));
}

/**
 * Puts a block of read cells beside what is stored, in one statement, and keeps each with its outcome. A cell whose year
 * is closed, or that is not asked for any more, is refused only when it would change something.
 */
export async function stageCells(
  sql: Sql,
  importId: string,
  cells: readonly StagedCell[],
  world: World,
): Promise<void> {
  if (cells.length === 0) return;
  const columns: string[][] = Array.from({ length: WIDTH }, () => []);
  for (const cell of cells) addTo(columns, cell, world);
  await sql.query({
    name: "stage-cells",
    text: STAGE,
    values: [importId, ...columns.map((column) => `{${column.join()}}`)],
  });
}

const WIDTH = 19;

/** Adds a cell to the statement's columns, each written as the element of an array. */
function addTo(
  columns: string[][],
  { position, sheet, cell, text, kpi, orgUnit, year, figure, words, refusal, hint, saysStatus }: StagedCell,
  world: World,
): void {
  const verdict =
    refusal ??
    (kpi && orgUnit && year !== null && figure
      ? judge({ kpi, orgUnit, year, amount: figure.amount, men: figure.men }, world)
      : "unknown");
  const isCompared = verdict === "calculated" || verdict === "consolidated";
  const row = [
    String(position),
    String(sheet),
    cell,
    quoted(text),
    kpi?.id ?? NULL,
    orgUnit?.id ?? NULL,
    year === null ? NULL : String(year),
    figure?.status ?? NULL,
    figure?.amount ?? NULL,
    figure && figure.scale !== null ? String(figure.scale) : NULL,
    figure?.men ?? NULL,
    figure?.women ?? NULL,
    quotedOrNull(words.basis),
    quotedOrNull(words.comment),
    quotedOrNull(words.source),
    isCompared || verdict === null ? EMPTY : verdict,
    quoted(hint.slice(0, 300)),
    String(isCompared),
    String(saysStatus),
  ];
  for (let at = 0; at < WIDTH; at++) columns[at]!.push(row[at]!);
}

const NULL = "NULL";
const EMPTY = '""';

function quotedOrNull(words: string | null): string {
  return words === null ? NULL : quoted(words.slice(0, 2_000));
}

function quoted(text: string): string {
  if (text === "") return EMPTY;
  // A character the database cannot hold, or half of one, is no part of a figure.
  return `"${/[\0\p{Cs}"\\]/u.test(text) ? text.replace(/\0|\p{Cs}/gu, "").replace(/["\\]/g, "\\$&") : text}"`;
}

/* One index lookup per cell (the LIMIT sees to it): joined otherwise, every block would read all that is stored. */
const STAGE = `
  INSERT INTO "ImportCell" ("importId", position, sheet, cell, text, "kpiId", "orgUnitId", year, status, amount, scale, men, women, basis, comment, source, outcome, code, hint, seen)
  SELECT $1, position, sheet, cell, text, "kpiId", "orgUnitId", year, status, amount, scale, men, women, basis, comment, source,
    (CASE WHEN compared THEN 'compared' WHEN why <> '' AND NOT (why IN ('periodClosed', 'notCollected', 'basisMissing') AND same) THEN 'refused' WHEN same THEN 'unchanged' WHEN was IS NULL THEN 'added' ELSE 'changed' END)::"ImportOutcome",
    CASE WHEN why IN ('periodClosed', 'notCollected', 'basisMissing') AND same THEN '' ELSE why END, hint, seen
  FROM (
    SELECT read.*, CASE WHEN read.code = '' AND NOT compared AND read.status = 'estimated' AND btrim(coalesce(read.basis, '')) = ''
        -- What is there stays where the file says nothing about it.
        AND (coalesce(read.comment, '') <> '' OR btrim(coalesce(nullif(old.basis, ''), old.comment, '')) = '') THEN 'basisMissing' ELSE read.code END AS why, old.status AS was, coalesce(old.version, 0) AS seen,
      coalesce((read.status = old.status OR NOT says AND (read.status, old.status) IN (('reported', 'estimated'), ('pending', 'discontinued')))
        AND (read.amount, read.men, read.women) IS NOT DISTINCT FROM (old.amount, old.men, old.women)
        AND coalesce(read.basis, old.basis) = old.basis AND coalesce(read.comment, old.comment) = old.comment AND coalesce(read.source, old.source) = old.source, false) AS same
    FROM unnest($2::int[], $3::smallint[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::int[], $9::"ValueStatus"[], $10::numeric[], $11::smallint[], $12::numeric[], $13::numeric[],
      $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::boolean[], $20::boolean[])
      AS read (position, sheet, cell, text, "kpiId", "orgUnitId", year, status, amount, scale, men, women, basis, comment, source, code, hint, compared, says)
    LEFT JOIN LATERAL (SELECT * FROM "YearlyValue" v WHERE v."kpiId" = read."kpiId" AND v."orgUnitId" = read."orgUnitId" AND v.year = read.year LIMIT 1) old ON true
  ) beside`;

/** From so many cells on a table is read once rather than looked up cell by cell. */
const many = 2_000;

/**
 * SQL for a transaction over so many cells of an import: nothing is known of cells that were staged a moment ago, and a
 * plan made for two of them never ends with a hundred thousand.
 */
export async function joinInBulk(sql: Sql, cells: number): Promise<void> {
  // Two sorts of a hundred thousand rows each: in memory. A merge may join by the year alone and sift the rest, which
  // seems as good for two rows and never ends where all have the same year; a hash joins by every key.
  await sql.query("SET LOCAL work_mem = '48MB'; SET LOCAL enable_mergejoin = off");
  if (cells > many) await sql.query("SET LOCAL enable_nestloop = off");
}

/** Runs a job over so many cells of an import in a transaction of its own. */
export async function inBulk<Result>(sql: Sql, cells: number, job: () => Promise<Result>): Promise<Result> {
  return inTransaction(sql, async () => {
    await joinInBulk(sql, cells);
    return job();
  });
}

/** Where the file says two things of one cell, both are refused; said twice the same, it counts once. */
export async function refuseDuplicates(sql: Sql, importId: string): Promise<void> {
  await sql.query(
    `
    WITH twice AS (
      SELECT "kpiId", "orgUnitId", year, count(DISTINCT (status, amount, men, women)) AS sayings, array_agg(position ORDER BY position) AS positions, array_agg(cell ORDER BY position) AS cells
      FROM "ImportCell" WHERE "importId" = $1 AND outcome IN ('added', 'changed', 'unchanged') GROUP BY 1, 2, 3 HAVING count(*) > 1)
    UPDATE "ImportCell" one SET
      outcome = (CASE WHEN sayings > 1 THEN 'refused' ELSE 'unchanged' END)::"ImportOutcome", code = CASE WHEN sayings > 1 THEN 'duplicate' ELSE '' END,
      hint = CASE WHEN one.position = positions[1] THEN cells[2] ELSE cells[1] END
    FROM twice WHERE one."importId" = $1 AND one."kpiId" = twice."kpiId" AND one."orgUnitId" = twice."orgUnitId" AND one.year = twice.year
      AND one.outcome IN ('added', 'changed', 'unchanged') AND (sayings > 1 OR one.position > positions[1])`,
    [importId],
  );
}

/** Throws away what was staged before. */
export async function clearStaged(sql: Sql, importId: string): Promise<void> {
  await sql.query(`DELETE FROM "ImportCell" WHERE "importId" = $1`, [importId]);
}
