import type { Client } from "pg";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { beginImport, cancelImport, planImport } from "@/lib/import/batch/mutations";
import type { RowSource } from "@/lib/import/cell/model";
import { work } from "@/lib/import/job/mutations";
import { openRows } from "@/lib/operation/import-rows";
import { freshDatabase } from "./harness";
import { importWorld } from "./import-world";

let database: PrismaClient;
let close: () => Promise<void>;
let client: Client;
let other: Client;

beforeAll(async () => {
  const made = await freshDatabase();
  ({ database, close } = made);
  [client, other] = [new pg.Client({ connectionString: made.url }), new pg.Client({ connectionString: made.url })];
  await Promise.all([client.connect(), other.connect()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([client.end(), other.end()]);
  await close();
});

const csv = Buffer.from(
  `Enhed;Nøgletal;År;Værdi\r\n${Array.from({ length: 30_000 }, (_, at) => `Nord;Strømmen;2024;${at}\r\n`).join("")}`,
);

/** A file whose rows come only when they are let through, one block at a time. */
async function gated(): Promise<{ source: RowSource; next: () => void }> {
  const inner = await openRows("csv", csv, "a.csv");
  let open = () => {};
  const gate = () => new Promise<void>((done) => (open = done));
  let done = 0;
  async function* rows(sheet: number): ReturnType<RowSource["rows"]> {
    for await (const block of inner.rows(sheet))
      for (let at = 0; at < block.length; at += 10) {
        await gate();
        done += 10;
        yield block.slice(at, at + 10);
      }
  }
  return { source: { ...inner, rows, progress: () => Math.min(1, done / 30_000) }, next: () => open() };
}

async function begun(org: Awaited<ReturnType<typeof importWorld>>) {
  return beginImport(
    client,
    {
      organisationId: org.organisationId,
      actorId: org.actorId,
      door: "import",
      locale: "da",
      reach: null,
      name: "a.csv",
      kind: "csv",
      size: csv.length,
      sha256: "0".repeat(64),
    },
    [csv],
  );
}

const read = async (id: string) =>
  (await other.query(`SELECT state, progress FROM "Import" WHERE id = $1`, [id])).rows[0] as {
    state: string;
    progress: number;
  };
/** Lets rows through until `is` holds of the import. */
async function until(id: string, next: () => void, is: (now: { state: string; progress: number }) => boolean) {
  for (;;) {
    next();
    const now = await read(id);
    if (is(now)) return now;
  }
}

it("says how far it is while it reads, and stops when somebody in another process gives it up", async () => {
  const org = await importWorld(database, "progress");
  const id = await begun(org);
  const { source, next } = await gated();
  const working = work(client, id, () => Promise.resolve(source));
  // Finding the table looks at the first rows only, and may be over before progress is due.
  await until(id, next, ({ state }) => state !== "looking");
  await working;
  expect((await read(id)).state).toBe("mapping");

  const second = await gated();
  const { rows } = await client.query(`SELECT plan FROM "Import" WHERE id = $1`, [id]);
  await planImport(other, org.organisationId, id, { ...rows[0].plan, kpis: { Strømmen: "electricity" } });
  const previewing = work(client, id, () => Promise.resolve(second.source));
  await until(id, second.next, ({ progress }) => progress > 0);
  expect((await read(id)).state).toBe("previewing");
  expect(await cancelImport(other, org.organisationId, id)).toBe(true);
  let isOver = false;
  void previewing.finally(() => (isOver = true));
  await until(id, second.next, () => isOver);
  expect(await read(id)).toEqual({ state: "cancelled", progress: 0 });
});
