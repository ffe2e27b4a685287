import type { Sql } from "@/lib/database/sql";
import { evaluator, noFigure, type Evaluated, type Facts } from "@/lib/evaluation/model";
import { factorFinder } from "@/lib/emission-factor/model";
import { readFactorBook } from "@/lib/emission-factor/book/queries";
import { compare, fraction, round } from "@/lib/number/fraction";
import { numberQuantity, splitQuantity } from "@/lib/quantity/model";
import { plain } from "@/lib/value/model";
import type { World } from "@/lib/import/world/model";

/** Most figures compared with what is calculated; a file with more is not a report's table. */
const mostCompared = 5_000;

type Row = {
  position: number;
  kpiId: string;
  orgUnitId: string;
  year: number;
  amount: string | null;
  scale: number | null;
  men: string | null;
};

/**
 * Compares the figures a file gives for what the product calculates or consolidates with the result it will have once
 * the rest of the file is in, each rounded to the decimals of the file. They are not stored, and a difference is said.
 */
export async function compareCalculated(sql: Sql, importId: string, world: World): Promise<void> {
  const { rows } = await sql.query<Row>(
    `SELECT position, "kpiId", "orgUnitId", year, amount::text, scale, men::text FROM "ImportCell" WHERE "importId" = $1 AND outcome = 'compared' ORDER BY position LIMIT ${mostCompared}`,
    [importId],
  );
  if (rows.length === 0) return;
  const { evaluate } = evaluator(await factsAfter(sql, importId, world, [...new Set(rows.map(({ year }) => year))]));
  const codeOf = new Map([...world.kpis.values()].map(({ id, code }) => [id, code]));
  const results = rows.map((row) => ({
    position: row.position,
    ...compared(row, evaluate(codeOf.get(row.kpiId)!, row.orgUnitId, row.year)),
  }));
  await sql.query(
    `UPDATE "ImportCell" one SET code = result.code, hint = result.hint FROM unnest($2::int[], $3::text[], $4::text[]) AS result (position, code, hint) WHERE one."importId" = $1 AND one.position = result.position`,
    [
      importId,
      results.map(({ position }) => position),
      results.map(({ code }) => code),
      results.map(({ hint }) => hint),
    ],
  );
}

function compared({ amount, scale, men }: Row, { quantity }: Evaluated): { code: string; hint: string } {
  const text = amount ?? men;
  if (!quantity || text === null) return { code: quantity || text !== null ? "differs" : "same", hint: "" };
  const exact = quantity.kind === "split" ? quantity.men : quantity.amount;
  const shown = round(exact, scale ?? 0);
  return { code: compare(fraction(shown), fraction(text)) === 0 ? "same" : "differs", hint: shown };
}

type Stored = {
  code: string;
  orgUnitId: string;
  year: number;
  status: Evaluated["status"];
  amount: string | null;
  men: string | null;
  women: string | null;
  scale: number | null;
};

/** What figures follow from: what is stored, with what the file changes. */
async function factsAfter(
  sql: Sql,
  importId: string,
  { organisationId, kpis, orgUnits }: World,
  years: number[],
): Promise<Facts> {
  const placements = await sql.query(
    `SELECT "orgUnitId", "parentId", "validFrom"::text FROM "OrgUnitPlacement" WHERE "organisationId" = $1`,
    [organisationId],
  );
  const values = await sql.query<Stored>(
    `
    SELECT kpi.code, v."orgUnitId", v.year, v.status, v.amount::text, v.men::text, v.women::text, v.scale FROM (
      SELECT "kpiId", "orgUnitId", year, status, amount, men, women, scale, 1 AS rank FROM "ImportCell" WHERE "importId" = $2 AND outcome IN ('added', 'changed') AND year = ANY($3)
      UNION ALL SELECT "kpiId", "orgUnitId", year, status, amount, men, women, scale, 0 FROM "YearlyValue" WHERE "organisationId" = $1 AND status IS NOT NULL AND year = ANY($3)
    ) v JOIN "Kpi" kpi ON kpi.id = v."kpiId" ORDER BY v.rank`,
    [organisationId, importId, years],
  );
  const cells = new Map(values.rows.map((row) => [`${row.code} ${row.orgUnitId} ${row.year}`, storedCell(row)]));
  return {
    orgUnits: [...orgUnits.values()].map((orgUnit) => ({ ...orgUnit, mergedIntoId: null })),
    placements: placements.rows,
    rules: new Map([...kpis.values()].map(({ code, versions }) => [code, versions])),
    stored: (code, orgUnitId, year) => cells.get(`${code} ${orgUnitId} ${year}`) ?? null,
    factorOf: factorFinder(await readFactorBook(sql, organisationId)),
  };
}

function storedCell({ status, amount, men, women, scale }: Stored): Evaluated {
  const quantity =
    amount !== null
      ? numberQuantity(plain(amount)!)
      : men !== null && women !== null
        ? splitQuantity(plain(men)!, plain(women)!)
        : null;
  return { ...noFigure, status, quantity, scale };
}
