import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startImport, startUndo } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import { largeOrganisation, wideWorkbook } from "@/tests/fixtures/import/scale";
import { connectedDatabase, type ConnectedDatabase } from "./harness";
import { preview } from "./import-world";

let made: ConnectedDatabase;
let client: ConnectedDatabase["client"];
const [orgUnits, kpis] = [51, 40];
const cells = orgUnits * kpis;

beforeAll(async () => {
  made = await connectedDatabase();
  client = made.client;
}, 60_000);
afterAll(() => made.close());

type Previewed = { organisationId: string; actorId: string; id: string };

/** An import of some 2,000 figures that somebody has said yes to. */
async function previewed(slug: string): Promise<Previewed> {
  const organisationId = await largeOrganisation(client, slug, orgUnits, kpis);
  const actorId = (
    await client.query(`SELECT "userId" FROM "Membership" WHERE "organisationId" = $1`, [organisationId])
  ).rows[0].userId as string;
  const { id, summary } = await preview(
    client,
    { organisationId, actorId } as never,
    "a.xlsx",
    wideWorkbook(orgUnits, kpis),
  );
  expect(summary.added).toBe(cells);
  await startImport(client, organisationId, id, actorId, null);
  return { organisationId, actorId, id };
}

/** The work in another process, killed before its n-th statement, or so many milliseconds after it began. Says what it said. */
function killed(
  { organisationId, actorId, id }: Previewed,
  job: "write" | "undo",
  { before = 0, after = 0, loose = false },
): Promise<string> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        "tests/fixtures/import/write-child.ts",
        made.url,
        id,
        organisationId,
        actorId,
        job,
        String(before),
        ...(loose ? ["loose"] : []),
      ],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    let said = "";
    child.stdout.on("data", (piece) => {
      said += String(piece);
      if (said.includes("writing") && after > 0) setTimeout(() => child.kill("SIGKILL"), after);
    });
    child.on("exit", () => done(said));
  });
}

/** The import's state with the values, revisions and audit links that are there. Until the killed process's transaction is gone, its row is locked: what is read after it is final. */
async function found({ organisationId, id }: Previewed) {
  const { rows } = await client.query(`SELECT state FROM "Import" WHERE id = $1 FOR UPDATE`, [id]);
  const count = async (from: string) =>
    Number(
      (await client.query(`SELECT count(*) FROM ${from} AND "organisationId" = $1`, [organisationId])).rows[0].count,
    );
  return [
    rows[0].state as string,
    await count(`"YearlyValue" WHERE status IS NOT NULL`),
    await count(`"ValueRevision" WHERE true`),
    await count(`"AuditEntry" WHERE action LIKE 'value.%'`),
  ];
}

it("killed before any of its statements, while it commits, or at any other moment, an import is there with all of it or not at all", async () => {
  const one = await previewed("killed");
  // The first, the one that has taken the locks, the write itself, what follows it, and the commit; the soak takes all.
  for (const before of [1, 5, 7, 8, 9]) {
    expect(await killed(one, "write", { before }), "it lived").not.toContain("written");
    expect(await found(one), `killed before statement ${before}`).toEqual(["importing", 0, 0, 0]);
  }
  const whole = ["imported", cells, cells, 1];
  for (const after of [1, 60, 200]) {
    await killed(one, "write", { after });
    const now = await found(one);
    expect(now, `killed after ${after} ms`).toEqual(now[0] === "imported" ? whole : ["importing", 0, 0, 0]);
    if (now[0] === "imported") break;
  }
  await work(client, one.id, () => Promise.reject(new Error("not read again")));
  expect(await found(one), "taken up again, it is finished once").toEqual(whole);

  await startUndo(client, one.organisationId, one.id, one.actorId, null);
  for (const before of [7, 9]) {
    await killed(one, "undo", { before });
    expect(await found(one), `undo killed before statement ${before}`).toEqual(["undoing", cells, cells, 1]);
  }
  await work(client, one.id, () => Promise.reject(new Error("not read again")));
  expect(await found(one)).toEqual(["undone", 0, 2 * cells, 2]);
}, 180_000);

it("twin: written without a transaction, a kill leaves values without the import's word for them, and that is noticed", async () => {
  const one = await previewed("loose");
  await killed(one, "write", { before: 8, loose: true });
  expect(await found(one)).toEqual(["importing", cells, cells, 1]);
});
