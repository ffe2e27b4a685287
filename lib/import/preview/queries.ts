import type { Outcome } from "@/lib/import/model";
import type { Sql } from "@/lib/import/world/queries";
import type { ValueStatus } from "@/lib/database/generated/enums";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import { plain } from "@/lib/value/model";
import { glyphOf } from "@/lib/value/reading/model";

/** One figure of a preview, in words of the reader's language. Before and after are as they will be printed. */
export type PreviewLine = {
  position: number;
  sheet: string;
  cell: string;
  text: string;
  kpi: string;
  kpiCode: string;
  orgUnit: string;
  year: number | null;
  unit: string;
  before: string;
  after: string;
  outcome: Outcome;
  code: string;
  hint: string;
};

/** SQL: the names of an import's sheets, worked out once for all rows: what was found in a file is large, and would be unpacked for each. */
export function sheetNames(importId: string): string {
  return `ARRAY(SELECT sheet ->> 'name' FROM "Import" own, jsonb_array_elements(own.look -> 'sheets') WITH ORDINALITY AS listed (sheet, at) WHERE own.id = ${importId} ORDER BY at)`;
}

type Figure = {
  status: ValueStatus | null;
  amount: string | null;
  men: string | null;
  women: string | null;
  scale: number | null;
};
type Row = Omit<PreviewLine, "before" | "after"> & { now: Figure; then: Figure | null };

/** The figures of a preview with some outcome, in the order of the file, from `from` on. What was there before an import stays to be seen after it. */
export async function listCells(
  sql: Sql,
  importId: string,
  outcomes: Outcome[],
  page: { from: number; most: number },
  locale: Locale,
  onlyDiffering = false,
): Promise<PreviewLine[]> {
  const language = locale === "da" ? "Da" : "En";
  const { rows } = await sql.query<Row>(
    `
    SELECT c.position, coalesce((${sheetNames("$1")})[c.sheet + 1], '') AS sheet, c.cell, c.text, coalesce(v."name${language}", '') AS kpi, coalesce(k.code, '') AS "kpiCode", coalesce(o.name, '') AS "orgUnit", c.year, coalesce(v."unitOfMeasure", '') AS unit,
      c.outcome, c.code, c.hint, json_build_object('status', c.status, 'amount', c.amount::text, 'men', c.men::text, 'women', c.women::text, 'scale', c.scale) AS now,
      (SELECT json_build_object('status', r.status, 'amount', r.amount::text, 'men', r.men::text, 'women', r.women::text, 'scale', r.scale) FROM "ValueRevision" r
        WHERE c.seen > 0 AND r."kpiId" = c."kpiId" AND r."orgUnitId" = c."orgUnitId" AND r.year = c.year AND r.version = c.seen) AS then
    FROM "ImportCell" c LEFT JOIN "Kpi" k ON k.id = c."kpiId" LEFT JOIN "OrgUnit" o ON o.id = c."orgUnitId"
    LEFT JOIN LATERAL (SELECT * FROM "KpiVersion" v WHERE v."kpiId" = c."kpiId" ORDER BY v."validFromYear" <= coalesce(c.year, 9999) DESC, v."validFromYear" DESC LIMIT 1) v ON true
    WHERE c."importId" = $1 AND c.outcome = ANY($2::"ImportOutcome"[]) AND c.position >= $3 AND (NOT $5 OR c.code = 'differs') ORDER BY c.position LIMIT $4`,
    [importId, outcomes, page.from, page.most, onlyDiffering],
  );
  return rows.map(({ now, then, ...line }) => ({
    ...line,
    before: then ? shown(then, locale) : "",
    after: shown(now, locale),
  }));
}

/** A figure as its author would write it, or the glyph of its status. */
function shown({ status, amount, men, women, scale }: Figure, locale: Locale): string {
  const estimate = status === "estimated" ? " ᵉ" : "";
  if (amount !== null) return formatDecimal(plain(amount)!, locale, { decimals: scale ?? 0 }) + estimate;
  if (men !== null && women !== null)
    return formatSplit({ men: plain(men)!, women: plain(women)! }, locale, { decimals: scale ?? 0 }) + estimate;
  return status === null || status === "reported" || status === "estimated" ? "" : glyphOf[status];
}
