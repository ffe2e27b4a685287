import type { Sql } from "@/lib/database/sql";
import { asked, sieve, type Candidate } from "@/lib/import/question/model";
import { pairsIn } from "@/lib/import/part/model";
import { findOverWhole } from "@/lib/import/part/queries";
import { inBulk } from "@/lib/import/staging/mutations";
import type { World } from "@/lib/import/world/model";
import { versionIn } from "@/lib/kpi/model";
import { plain, type CellFigure } from "@/lib/value/model";
import { confirmable } from "@/lib/value/question/model";

/** Asks about the unusual among the `count` staged figures and keeps the questions with them. */
export async function askQuestions(sql: Sql, importId: string, world: World, count: number): Promise<void> {
  const { rows: years } = await sql.query<{ year: number }>(
    `SELECT DISTINCT year FROM "ImportCell" WHERE "importId" = $1 AND outcome IN ('added', 'changed')`,
    [importId],
  );
  const asOf = years.map(({ year }) => year);
  const rules = sieve(world, asOf);
  const { candidates, over } = await inBulk(sql, count, async () => {
    const over = await findOverWhole(sql, importId, world.organisationId, pairsIn(world, asOf));
    const { rows } = await sql.query<Candidate>(CANDIDATES, [
      importId,
      world.organisationId,
      rules.map(({ kpiId }) => kpiId),
      rules.map(({ year }) => year),
      rules.map(({ percent }) => percent),
      [...over.keys()],
    ]);
    return { candidates: rows.map(candidateOf), over };
  });
  const kpis = new Map([...world.kpis.values()].map((kpi) => [kpi.id, kpi]));
  const questioned = new Map<number, string>();
  for (const candidate of candidates) {
    const rule = versionIn(kpis.get(candidate.kpiId)!.versions, candidate.year);
    const found = asked(candidate, rule, over.get(candidate.position));
    if (found && !questioned.has(candidate.position)) questioned.set(candidate.position, JSON.stringify(found));
  }
  if (questioned.size === 0) return;
  await sql.query(
    `UPDATE "ImportCell" one SET questions = found.questions FROM unnest($2::int[], $3::jsonb[]) AS found (position, questions) WHERE one."importId" = $1 AND one.position = found.position`,
    [importId, [...questioned.keys()], [...questioned.values()]],
  );
}

/** The figures that are new or changed, with last year's: of the file where it has it, else the stored one; those far from it, exactly it, or out of proportion to a whole. */
const CANDIDATES = `
  WITH quiet AS (SELECT * FROM unnest($3::uuid[], $4::int[], $5::numeric[]) AS rule ("kpiId", year, percent)),
  own AS (SELECT position, "kpiId", "orgUnitId", year, status, amount, scale, men, women, basis, outcome FROM "ImportCell" WHERE "importId" = $1 AND outcome IN ('added', 'changed', 'unchanged') AND status IN ('reported', 'estimated')),
  beside AS (
    SELECT c.position, c."kpiId", c.year, c.status, c.amount, c.scale, c.men, c.women, c.basis, quiet.percent,
      CASE WHEN f."kpiId" IS NULL THEN v.status ELSE f.status END AS was, CASE WHEN f."kpiId" IS NULL THEN v.amount ELSE f.amount END AS amount_was, CASE WHEN f."kpiId" IS NULL THEN v.scale ELSE f.scale END AS scale_was,
      CASE WHEN f."kpiId" IS NULL THEN v.men ELSE f.men END AS men_was, CASE WHEN f."kpiId" IS NULL THEN v.women ELSE f.women END AS women_was
    FROM own c JOIN quiet ON quiet."kpiId" = c."kpiId" AND quiet.year = c.year
    LEFT JOIN own f ON f."kpiId" = c."kpiId" AND f."orgUnitId" = c."orgUnitId" AND f.year = c.year - 1
    LEFT JOIN "YearlyValue" v ON v."organisationId" = $2 AND v."kpiId" = c."kpiId" AND v."orgUnitId" = c."orgUnitId" AND v.year = c.year - 1 AND v.status IS NOT NULL
    WHERE c.outcome <> 'unchanged'
  )
  SELECT position, "kpiId", year, status, amount::text, scale, men::text, women::text, basis,
    CASE WHEN was IS NOT NULL THEN json_build_object('status', was, 'amount', amount_was::text, 'scale', scale_was, 'men', men_was::text, 'women', women_was::text) END AS "lastYear" FROM beside
  WHERE position = ANY($6::int[]) OR status = 'estimated' AND basis = '' OR abs(coalesce(amount, men) - coalesce(amount_was, men_was)) * 100 > abs(coalesce(amount_was, men_was)) * percent
    OR coalesce(amount, men) = coalesce(amount_was, men_was) OR coalesce(amount, men) < 0 AND coalesce(amount_was, men_was) > 0
  ORDER BY position`;

function candidateOf({ lastYear, ...row }: Candidate): Candidate {
  return { ...row, ...plainFigure(row), lastYear: lastYear && { ...lastYear, ...plainFigure(lastYear) } };
}

function plainFigure({ amount, men, women }: CellFigure): Pick<CellFigure, "amount" | "men" | "women"> {
  return { amount: plain(amount), men: plain(men), women: plain(women) };
}

/** Keeps what somebody says of questioned figures of a previewed import: by position in the file; `others` for those without an answer, "" to leave them. False: it is not waiting any more. */
export async function answerQuestions(
  sql: Sql,
  organisationId: string,
  importId: string,
  answers: ReadonlyMap<number, string>,
  others: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT FROM "Import" WHERE id = $1 AND "organisationId" = $2 AND state = 'previewed'`,
    [importId, organisationId],
  );
  if (!rowCount) return false;
  await sql.query(
    `UPDATE "ImportCell" one SET answer = said.answer FROM unnest($2::int[], $3::text[]) AS said (position, answer) WHERE one."importId" = $1 AND one.position = said.position AND one.questions IS NOT NULL`,
    [importId, [...answers.keys()], [...answers.values()]],
  );
  if (others !== "")
    await sql.query(
      `UPDATE "ImportCell" SET answer = $2 WHERE "importId" = $1 AND questions IS NOT NULL AND answer = ''`,
      [importId, others],
    );
  return true;
}

/** Stores the answers to questions about what an import has just written, as a person's own confirmations are, with their link in the audit trail. Within the transaction of the write. */
export async function confirmAnswered(
  sql: Sql,
  {
    importId,
    organisationId,
    actorId,
    door,
  }: { importId: string; organisationId: string; actorId: string; door: string },
): Promise<void> {
  await sql.query(
    `
    WITH stored AS (
      INSERT INTO "ValueConfirmation" ("organisationId", "kpiId", "orgUnitId", year, version, code, comment, "actorId")
      SELECT $2, c."kpiId", c."orgUnitId", c.year, c.seen + 1, question ->> 'code', btrim(c.answer), $3::uuid
      FROM "ImportCell" c, jsonb_array_elements(c.questions -> 'questions') question
      WHERE c."importId" = $1 AND c.outcome IN ('added', 'changed') AND c.questions IS NOT NULL AND btrim(c.answer) <> '' AND question ->> 'code' = ANY($5)
      ON CONFLICT DO NOTHING RETURNING *
    )
    INSERT INTO "AuditEntry" ("organisationId", "actorId", door, action, detail)
    SELECT $2, $3::uuid, $4, 'value.confirm', batch.detail FROM (
      SELECT jsonb_build_object('import', $1::text, 'count', count(*), 'cells', jsonb_agg(jsonb_build_array("kpiId", "orgUnitId", year, version, code) ORDER BY "kpiId", "orgUnitId", year)) AS detail FROM stored HAVING count(*) > 0) batch`,
    [importId, organisationId, actorId, door, confirmable],
  );
}
