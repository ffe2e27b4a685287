/** How the database joins the cells of an import with what is stored: by all keys at once, whatever it believes of their number. */
import pg from "pg";
import { expect, it } from "vitest";
import { startImport, startUndo } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import { revisionColumns } from "@/lib/value/revision/model";
import type { ConnectedDatabase } from "./harness";
import { manyFigures, preview } from "./import-world";
import { importing } from "./importing";

let made: ConnectedDatabase;
let client: ConnectedDatabase["client"];
importing("planned", (one) => ({ client } = made = one));

/** How many figures of an organisation are not what their latest revision says. */
async function astray(organisationId: string): Promise<number> {
  const both = revisionColumns.filter((column) => !['"actorId"', "door"].includes(column));
  const { rows } = await client.query(
    `SELECT count(*)::int AS count FROM "YearlyValue" v LEFT JOIN "ValueRevision" r ON r."kpiId" = v."kpiId" AND r."orgUnitId" = v."orgUnitId" AND r.year = v.year AND r.version = v.version
    WHERE v."organisationId" = $1 AND ROW(${both.map((column) => `v.${column}`).join()}, v."organisationId", v."updatedBy", v."updatedAt") IS DISTINCT FROM ROW(${both.map((column) => `r.${column}`).join()}, r."organisationId", r."actorId", r.at)`,
    [organisationId],
  );
  return rows[0].count;
}

/** An organisation with 3,000 figures of one year, brought twice and taken back in between; returns the plans of all that was read, written and taken back. */
async function plans(slug: string): Promise<string[]> {
  const { organisationId, actorId, file } = await manyFigures(client, slug);
  const found: string[] = [];
  const explaining = {
    query: async (text: unknown, values?: unknown[]) => {
      if (typeof text === "string" && /^\s*WITH/.test(text)) {
        const { rows } = await client.query(`EXPLAIN ${text}`, values);
        found.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      }
      return client.query(text as string, values);
    },
  } as unknown as typeof client;
  for (const _ of [1, 2]) {
    const { id } = await preview(explaining, { organisationId, actorId } as never, "a.xlsx", file);
    for (const start of [startImport, startUndo]) {
      expect(await start(client, organisationId, id, actorId, null)).toBe(true);
      await work(explaining, id, () => Promise.reject(new Error("not read again")));
      expect(await astray(organisationId), "value and history are written from one row, new or changed").toBe(0);
    }
  }
  return found;
}

it("joins them by KPI, org unit and year together where it knows nothing of them, or only what others have", async () => {
  const all = await plans("first");
  const owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
  await owner.query("ANALYZE");
  await owner.end();
  // Of an organisation that came after it looked it expects a row or none.
  all.push(...(await plans("second")));
  expect(all.length).toBeGreaterThanOrEqual(10);
  for (const plan of all) expect(plan).not.toMatch(/Merge Cond/);
});
