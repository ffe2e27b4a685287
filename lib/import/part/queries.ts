import type { Sql } from "@/lib/database/sql";
import type { Over, Pair } from "@/lib/import/part/model";
import { plain } from "@/lib/value/model";

type Row = { position: number; isWhole: boolean; status: "reported" | "estimated"; amount: string; scale: number } & {
  da: string;
  en: string;
};

/** New and changed figures of an import that are more than their whole, or less than a part of it, by place in the file: as everything will stand once the file is in. */
export async function findOverWhole(
  sql: Sql,
  importId: string,
  organisationId: string,
  pairs: readonly Pair[],
): Promise<Map<number, Over>> {
  if (pairs.length === 0) return new Map();
  const { rows } = await sql.query<Row>(OVER_WHOLE, [
    importId,
    organisationId,
    pairs.map(({ part }) => part),
    pairs.map(({ whole }) => whole),
    pairs.map(({ year }) => year),
  ]);
  return new Map(
    rows.map(({ position, isWhole, status, amount, scale, da, en }) => {
      const figure = { status, amount: plain(amount), scale, men: null, women: null };
      return [position, { isWhole, other: da, figure, names: { da, en } }];
    }),
  );
}

const OVER_WHOLE = `
  WITH pair AS (SELECT * FROM unnest($3::uuid[], $4::uuid[], $5::int[]) AS pair (part, whole, year)),
  own AS (
    SELECT c.* FROM "ImportCell" c WHERE c."importId" = $1 AND c.outcome IN ('added', 'changed', 'unchanged')
      AND (c."kpiId", c.year) IN (SELECT part, year FROM pair UNION SELECT whole, year FROM pair)
  ), figure AS (
    SELECT "kpiId", "orgUnitId", year, status, amount, scale, position, outcome <> 'unchanged' AS "isNew" FROM own WHERE amount IS NOT NULL
    UNION ALL
    SELECT v."kpiId", v."orgUnitId", v.year, v.status, v.amount, v.scale, NULL, false FROM "YearlyValue" v
    WHERE v."organisationId" = $2 AND v.amount IS NOT NULL AND (v."kpiId", v.year) IN (SELECT part, year FROM pair UNION SELECT whole, year FROM pair)
      AND NOT EXISTS (SELECT FROM own WHERE own."kpiId" = v."kpiId" AND own."orgUnitId" = v."orgUnitId" AND own.year = v.year)
  ), side AS (
    SELECT part, whole, year, false AS "isWhole" FROM pair UNION ALL SELECT whole, part, year, true FROM pair
  )
  SELECT own_side.position, side."isWhole", other.status, other.amount::text, other.scale, named."shortNameDa" AS da, named."shortNameEn" AS en
  FROM side AS side (mine, theirs, year, "isWhole")
  JOIN figure own_side ON own_side."kpiId" = side.mine AND own_side.year = side.year AND own_side."isNew"
  JOIN figure other ON other."kpiId" = side.theirs AND other.year = side.year AND other."orgUnitId" = own_side."orgUnitId"
  JOIN LATERAL (SELECT v."shortNameDa", v."shortNameEn" FROM "KpiVersion" v WHERE v."kpiId" = side.theirs AND v."validFromYear" <= side.year ORDER BY v."validFromYear" DESC LIMIT 1) named ON true
  WHERE CASE WHEN side."isWhole" THEN other.amount > own_side.amount ELSE own_side.amount > other.amount END
  ORDER BY own_side.position`;
