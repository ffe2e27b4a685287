/** The server action that saves cells, as the build names it; cells of the demo to save; and what a save leaves behind. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "../../lib/database/connection.ts";
import type { SavedCell } from "./load/model.ts";
import { openYear, org } from "./world.ts";

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };

/** The id under which the build's pages call `saveCells`. Throws when no page does. */
export function saveActionId(distDir: string): string {
  const { node } = JSON.parse(
    readFileSync(join(distDir, "server", "server-reference-manifest.json"), "utf8"),
  ) as Manifest;
  const found = Object.entries(node).find(
    ([, { filename, exportedName }]) => filename === "lib/value/actions.ts" && exportedName === "saveCells",
  );
  if (!found) throw new Error("No page of the build calls saveCells.");
  return found[0];
}

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
