import type { Sql } from "@/lib/database/sql";
import type { Outcome, View } from "@/lib/import/model";
import type { Asked } from "@/lib/import/question/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import { plain, type CellFigure } from "@/lib/value/model";
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
  /** The least or most the KPI can be, of a figure that is refused for it. */
  limit: string | null;
  /** What about it deserves a second look, and what somebody said to it. */
  asked: Asked | null;
  answer: string;
};

/** SQL: which figures of an import a view shows. */
const shownIn: Record<View, string> = {
  added: `c.outcome = 'added'`,
  changed: `c.outcome = 'changed'`,
  unchanged: `c.outcome = 'unchanged'`,
  refused: `c.outcome = 'refused'`,
  compared: `c.outcome = 'compared'`,
  differing: `c.outcome = 'compared' AND c.code = 'differs'`,
  questioned: `c.questions IS NOT NULL AND c.outcome IN ('added', 'changed')`,
  kept: `c.code = 'kept'`,
};

/** SQL: the names of an import's sheets, worked out once for all rows: what was found in a file is large, and would be unpacked for each. */
export function sheetNames(importId: string): string {
  return `ARRAY(SELECT sheet ->> 'name' FROM "Import" own, jsonb_array_elements(own.look -> 'sheets') WITH ORDINALITY AS listed (sheet, at) WHERE own.id = ${importId} ORDER BY at)`;
}

type Row = Omit<PreviewLine, "before" | "after"> & { now: CellFigure; then: CellFigure | null };

/**
 * The figures of a view of an import, in the order of the file, from `from` on. The page is cut out before anything is
 * looked up: of a hundred thousand figures staged a moment ago the database knows nothing, and would look up all.
 * What was there before an import stays to be seen after it; of what an undo left, `before` is what is there now. */
export async function listCells(
  sql: Sql,
  importId: string,
  view: View,
  page: { from: number; most: number },
  locale: Locale,
): Promise<PreviewLine[]> {
  const language = locale === "da" ? "Da" : "En";
  const { rows } = await sql.query<Row>(
    `
    WITH page AS MATERIALIZED (SELECT * FROM "ImportCell" c WHERE c."importId" = $1 AND ${shownIn[view]} AND c.position >= $2 ORDER BY c.position LIMIT $3)
    SELECT c.position, coalesce((${sheetNames("$1")})[c.sheet + 1], '') AS sheet, c.cell, c.text, coalesce(v."name${language}", '') AS kpi, coalesce(k.code, '') AS "kpiCode", coalesce(o.name, '') AS "orgUnit", c.year, coalesce(v."unitOfMeasure", '') AS unit,
      c.outcome, c.code, c.hint, CASE c.code WHEN 'belowMinimum' THEN v.minimum::text WHEN 'aboveMaximum' THEN v.maximum::text END AS "limit", c.questions AS asked, c.answer, json_build_object('status', c.status, 'amount', c.amount::text, 'men', c.men::text, 'women', c.women::text, 'scale', c.scale) AS now,
      (SELECT json_build_object('status', r.status, 'amount', r.amount::text, 'men', r.men::text, 'women', r.women::text, 'scale', r.scale) FROM "ValueRevision" r
        WHERE r."kpiId" = c."kpiId" AND r."orgUnitId" = c."orgUnitId" AND r.year = c.year AND (${view === "kept" ? "true" : "r.version = c.seen"}) ORDER BY r.version DESC LIMIT 1) AS then
    FROM page c LEFT JOIN "Kpi" k ON k.id = c."kpiId" LEFT JOIN "OrgUnit" o ON o.id = c."orgUnitId"
    LEFT JOIN LATERAL (SELECT * FROM "KpiVersion" v WHERE v."kpiId" = c."kpiId" ORDER BY v."validFromYear" <= coalesce(c.year, 9999) DESC, v."validFromYear" DESC LIMIT 1) v ON true
    ORDER BY c.position`,
    [importId, page.from, page.most],
  );
  return rows.map(({ now, then, ...line }) => ({
    ...line,
    limit: plain(line.limit),
    before: then ? shown(then, locale) : "",
    after: shown(now, locale),
  }));
}

/** A figure as its author would write it, or the glyph of its status. */
export function shown({ status, amount, men, women, scale }: CellFigure, locale: Locale): string {
  const estimate = status === "estimated" ? " ᵉ" : "";
  if (amount !== null) return formatDecimal(plain(amount)!, locale, { decimals: scale ?? 0 }) + estimate;
  if (men !== null && women !== null)
    return formatSplit({ men: plain(men)!, women: plain(women)! }, locale, { decimals: scale ?? 0 }) + estimate;
  return status === null || status === "reported" || status === "estimated" ? "" : glyphOf[status];
}
