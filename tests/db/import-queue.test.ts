/** The queue of imports with its real thread: what it does when thread or database go away between two imports. */
import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { withClient } from "@/lib/database/connection";
import { pool } from "@/lib/database/pool";
import { beginImport } from "@/lib/import/batch/mutations";
import { isWorking } from "@/lib/import/model";
import { workOffImports } from "@/lib/operation/import-queue";
import { largeOrganisation, wideWorkbook } from "@/tests/fixtures/import/scale";
import { connectedDatabase, type ConnectedDatabase } from "./harness";

let made: ConnectedDatabase;
let org: { organisationId: string; actorId: string };
const file = wideWorkbook(3, 3);

beforeAll(async () => {
  made = await connectedDatabase();
  const organisationId = await largeOrganisation(made.client, "queue", 3, 3);
  const { userId: actorId } = await made.database.membership.findFirstOrThrow({ where: { organisationId } });
  org = { organisationId, actorId };
}, 60_000);
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await pool().end();
  await made.close();
});

const queue = () => (globalThis as { importQueue?: { isRunning: boolean } }).importQueue!;

function brought(): Promise<string> {
  const sha256 = createHash("sha256").update(file).digest("hex");
  return beginImport(
    made.client,
    { ...org, door: "import", locale: "da", reach: null, name: "a.xlsx", kind: "xlsx", size: file.length, sha256 },
    [file],
  );
}

/** The state of an import once nobody works on it any more. */
async function settled(id: string): Promise<string> {
  for (;;) {
    const { rows } = await made.client.query(`SELECT state FROM "Import" WHERE id = $1`, [id]);
    if (!isWorking(rows[0].state) && !queue().isRunning) return rows[0].state;
  }
}

async function workedOff(): Promise<string> {
  const id = await brought();
  workOffImports();
  return settled(id);
}

it("an import that comes while the thread of the last one is ending is given to another", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  expect(await workedOff()).toBe("previewed");
  const id = await brought();
  // Two minutes nobody brings anything; then somebody does, in the very moment.
  vi.advanceTimersByTime(120_000);
  workOffImports();
  expect(await settled(id)).toBe("previewed");
}, 60_000);

it("an import after the database went away and came back connects again", async () => {
  expect(await workedOff()).toBe("previewed");
  await withClient(made.ownerUrl, (owner) =>
    owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ledestjerne' AND pid <> pg_backend_pid()`,
    ),
  );
  expect(await workedOff()).toBe("previewed");
}, 60_000);

it("one that is asked for while another is worked on is taken up after it", async () => {
  const first = await brought();
  workOffImports();
  const second = await brought();
  workOffImports();
  expect([await settled(first), await settled(second)]).toEqual(["previewed", "previewed"]);
}, 60_000);
