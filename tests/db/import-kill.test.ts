import { spawn } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startImport } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import { largeOrganisation, wideWorkbook } from "@/tests/fixtures/import/scale";
import { freshDatabase, type TestDatabase } from "./harness";
import { preview } from "./import-world";

let made: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  made = await freshDatabase();
  client = new pg.Client({ connectionString: made.url });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await made.close();
});

const count = async (table: string, organisationId: string) =>
  Number(
    (await client.query(`SELECT count(*) FROM "${table}" WHERE "organisationId" = $1`, [organisationId])).rows[0].count,
  );

/** Starts the write in another process and kills it so many milliseconds after it began; 0: lets it finish. */
function killedAfter(ms: number, args: string[]): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/fixtures/import/write-child.ts", ...args], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    child.stdout.on("data", (piece) => {
      said += String(piece);
      if (said.includes("writing") && ms > 0) setTimeout(() => child.kill("SIGKILL"), ms);
    });
    child.on("exit", () => done(said));
  });
}

it("killed at any moment of its write, an import is there with all of it or not at all; started again, it is finished once", async () => {
  const [orgUnits, kpis] = [100, 50];
  const organisationId = await largeOrganisation(client, "killed", orgUnits, kpis);
  const actorId = (
    await client.query(`SELECT "userId" FROM "Membership" WHERE "organisationId" = $1`, [organisationId])
  ).rows[0].userId as string;
  const file = wideWorkbook(orgUnits, kpis);
  const one = await preview(client, { organisationId, actorId } as never, "a.xlsx", file);
  expect(one.summary.added).toBe(orgUnits * kpis);
  await startImport(client, organisationId, one.id, actorId, null);
  let isWritten = false;
  for (const ms of [1, 20, 60, 120, 200, 300]) {
    await killedAfter(ms, [made.url, one.id, organisationId, actorId]);
    // Until the killed process's transaction is gone, its row is locked: what is read after it is final.
    const {
      rows: [{ state }],
    } = await client.query(`SELECT state FROM "Import" WHERE id = $1 FOR UPDATE`, [one.id]);
    const stored = [await count("YearlyValue", organisationId), await count("ValueRevision", organisationId)];
    isWritten = state === "imported";
    expect(stored, `killed after ${ms} ms`).toEqual(isWritten ? [5_000, 5_000] : [0, 0]);
    expect(["importing", "imported"]).toContain(state);
    if (isWritten) break;
  }
  await work(client, one.id, () => Promise.reject(new Error("not read again")));
  expect([await count("YearlyValue", organisationId), await count("ValueRevision", organisationId)]).toEqual([
    5_000, 5_000,
  ]);
  expect(
    Number(
      (
        await client.query(
          `SELECT count(*) FROM "AuditEntry" WHERE "organisationId" = $1 AND action = 'value.import'`,
          [organisationId],
        )
      ).rows[0].count,
    ),
  ).toBe(1);
}, 120_000);
