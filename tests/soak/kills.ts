/** Imports killed while they write, and while they are taken back: at every statement in turn, and at moments between. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import pg from "pg";
import { startImport, startUndo } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import { preview } from "@/tests/db/import-world";
import { randomOf } from "@/tests/fixtures/import/mutation";
import { largeOrganisation, wideWorkbook } from "@/tests/fixtures/import/scale";
import type { Soak } from "./files";

const [orgUnits, kpis] = [51, 40];
const cells = orgUnits * kpis;
/** A write has fewer statements than this; killed before one it never comes to, it dies while it commits or lives. */
const statements = 10;
/** The longest such a write takes, its process's start apart. */
const longestMs = 400;

type Import = { organisationId: string; actorId: string; id: string };
type Job = "write" | "undo";

/** Imports, kills, looks, finishes, takes back, kills, looks, finishes, until the time is up. Throws when anything but all or nothing is there. */
export async function soakKills({ url, seed, until }: Soak): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const random = randomOf(seed);
  const count = { kills: 0, late: 0, imports: 0 };
  for (; performance.now() < until; count.imports += 1) {
    const one = await previewed(client, `kill-${seed}-${count.imports}`);
    await startImport(client, one.organisationId, one.id, one.actorId, null);
    await killedUntilDone(one, "write", ["importing", 0, 0, 0], ["imported", cells, cells, 1]);
    await startUndo(client, one.organisationId, one.id, one.actorId, null);
    await killedUntilDone(one, "undo", ["undoing", cells, cells, 1], ["undone", 0, 2 * cells, 2]);
  }
  await client.end();
  return `${count.imports} imports of ${cells} figures, ${count.kills} times killed, ${count.late} of them after all was written`;

  async function killedUntilDone(one: Import, job: Job, nothing: unknown[], all: unknown[]): Promise<void> {
    for (let turn = 1; turn <= statements && performance.now() < until; turn += 1) {
      const moment = random() < 0.5 ? { before: turn } : { after: Math.ceil(random() * longestMs) };
      await killed(url, one, job, moment);
      count.kills += 1;
      const now = await found(client, one);
      if (now[0] === all[0]) {
        assert.deepEqual(now, all, `${job} killed ${JSON.stringify(moment)}, seed ${seed}`);
        count.late += 1;
        return;
      }
      assert.deepEqual(now, nothing, `${job} killed ${JSON.stringify(moment)}, seed ${seed}`);
    }
    await work(client, one.id, () => Promise.reject(new Error("not read again")));
    assert.deepEqual(await found(client, one), all, "taken up again, it is finished once");
  }
}

async function previewed(client: pg.Client, slug: string): Promise<Import> {
  const organisationId = await largeOrganisation(client, slug, orgUnits, kpis);
  const person = await client.query(`SELECT "userId" FROM "Membership" WHERE "organisationId" = $1`, [organisationId]);
  const actorId: string = person.rows[0].userId;
  const file = wideWorkbook(orgUnits, kpis);
  const { id, summary } = await preview(client, { organisationId, actorId } as never, "a.xlsx", file);
  assert.equal(summary.added, cells);
  return { organisationId, actorId, id };
}

/** The work in another process, killed before a statement, or so many milliseconds after it began. */
function killed(
  url: string,
  { organisationId, actorId, id }: Import,
  job: Job,
  { before = 0, after = 0 }: { before?: number; after?: number },
): Promise<void> {
  const script = "tests/fixtures/import/write-child.ts";
  const args = [url, id, organisationId, actorId, job, String(before)];
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { stdio: ["ignore", "pipe", "ignore"] });
  let timer: NodeJS.Timeout | undefined;
  child.stdout.once("data", () => {
    if (after > 0) timer = setTimeout(() => child.kill("SIGKILL"), after);
  });
  return new Promise((done) =>
    child.once("exit", () => {
      clearTimeout(timer);
      done();
    }),
  );
}

/** The import's state with the values, revisions and audit links that are there; waits for the killed process's transaction to be gone. */
async function found(client: pg.Client, { organisationId, id }: Import): Promise<unknown[]> {
  const { rows } = await client.query(`SELECT state FROM "Import" WHERE id = $1 FOR UPDATE`, [id]);
  const {
    rows: [counts],
  } = await client.query(
    `SELECT (SELECT count(*) FROM "YearlyValue" WHERE "organisationId" = $1 AND status IS NOT NULL)::int AS values, (SELECT count(*) FROM "ValueRevision" WHERE "organisationId" = $1)::int AS revisions,
      (SELECT count(*) FROM "AuditEntry" WHERE "organisationId" = $1 AND action LIKE 'value.%')::int AS links`,
    [organisationId],
  );
  return [rows[0].state, counts.values, counts.revisions, counts.links];
}
