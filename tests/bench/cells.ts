/** Cells of the demo to save, and what a save leaves behind. */
import { withClient } from "../../lib/database/connection.ts";
import type { SavedCell } from "./load/model.ts";
import { openYear, org } from "./world.ts";

/** A cell to save and the address part of its org unit's entry sheet. */
export type Saveable = { cell: SavedCell; orgUnitCode: string };

/** So many cells of hospitals in the year that is open, of KPIs without an upper limit so that any amount will do. */
export async function saveableCells(databaseUrl: string, count: number): Promise<Saveable[]> {
  const rows = await withClient(databaseUrl, async (client) => {
    const found = await client.query<{
      orgUnitCode: string;
      orgUnitId: string;
      kpiId: string;
      version: number;
      amount: string;
    }>(
      `SELECT u.code AS "orgUnitCode", v."orgUnitId", v."kpiId", v.version, trunc(v.amount)::text AS amount
       FROM "YearlyValue" v JOIN "OrgUnit" u ON u.id = v."orgUnitId" JOIN "Organisation" o ON o.id = v."organisationId" JOIN "Kpi" k ON k.id = v."kpiId"
       WHERE o.slug = $1 AND v.year = $2 AND NOT u."isRoot" AND v.amount IS NOT NULL
         AND NOT EXISTS (SELECT FROM "KpiVersion" d WHERE d."kpiId" = v."kpiId" AND d.maximum IS NOT NULL)
       ORDER BY k.code, u.code LIMIT $3`,
      [org, openYear, count],
    );
    return found.rows;
  });
  if (rows.length < count)
    throw new Error(`The demo has ${rows.length} cells to save in ${openYear}; ${count} are needed.`);
  return rows.map(({ orgUnitCode, amount, ...cell }) => ({
    orgUnitCode,
    cell: { ...cell, year: openYear, amount: Number(amount) },
  }));
}

/** As any saved figure does: nothing kept of the organisation's old data is served again. */
export async function touchData(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, (client) =>
    client.query(`UPDATE "Organisation" SET "dataVersion" = "dataVersion" + 1 WHERE slug = $1`, [org]),
  );
}
