/** Broken workbooks and text files, from the upload to the confirmed import: read or refused in words, all or nothing, and twice is once. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/database/generated/client";
import { messages } from "@/lib/language/messages";
import { confirm, importWorld, preview } from "@/tests/db/import-world";
import { mutated, mutatedText } from "@/tests/fixtures/import/mutation";
import * as shapes from "@/tests/fixtures/import/shapes";
import { workbook } from "@/tests/fixtures/import/workbook";

/** The database, where to begin, and when to stop. */
export type Soak = { url: string; seed: number; until: number };

/** Of so many imports into one organisation a new one is made: what an import finds there stays the size of a year. */
const imports = 50;

/** Brings one broken file after the other until the time is up. Throws at the first that does more, or less, than it says. Returns what came of them. */
export async function soakFiles({ url, seed, until }: Soak): Promise<string> {
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 2 }) });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const workbooks = Object.values(shapes).map((shape) => workbook(shape));
  const text = readFileSync("tests/fixtures/import/files/libreoffice.csv");
  const tally = new Map<string, number>();
  let at = 0;
  let world = await importWorld(database, "soak-0");
  for (; performance.now() < until; at += 1) {
    if (at % imports === imports - 1) world = await importWorld(database, `soak-${at}`);
    const isText = at % 5 === 4;
    const file = isText ? mutatedText(text, seed + at) : mutated(workbooks[at % workbooks.length]!, seed + at);
    const outcome = await brought(client, world, isText ? "a.csv" : "a.xlsx", file).catch((error) => {
      throw new Error(`files: --seed ${seed + at} shows it`, { cause: error });
    });
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  }
  await client.end();
  await database.$disconnect();
  return `${at} files: ${[...tally].map(([outcome, count]) => `${count} ${outcome}`).join(", ")}`;
}

type World = Awaited<ReturnType<typeof importWorld>>;

async function brought(client: pg.Client, world: World, name: string, file: Buffer): Promise<string> {
  const before = await revisions(client, world);
  const { id, state, failure, summary } = await preview(client, world, name, file);
  assert.equal(await revisions(client, world), before, "a preview wrote");
  if (state === "failed") {
    const code = failure.replace(/^import\./, "");
    assert.ok(code !== "broke" && code in messages.da.import, `no words for ${failure}`);
    return `refused (${code})`;
  }
  assert.equal(state, "previewed");
  const writes = summary.added + summary.changed;
  assert.equal(await confirm(client, world, id, file, name), "imported");
  assert.equal(await revisions(client, world), before + writes, "half of it was written, or more");
  if (writes === 0) return "read, nothing to write";
  const again = await preview(client, world, name, file);
  assert.deepEqual(
    [again.summary.added, again.summary.changed],
    [0, 0],
    "the same file a second time changes something",
  );
  return "imported";
}

async function revisions(client: pg.Client, { organisationId }: World): Promise<number> {
  const { rows } = await client.query(
    `SELECT (SELECT count(*) FROM "ValueRevision" WHERE "organisationId" = $1)::int AS revisions, (SELECT coalesce(sum(version), 0) FROM "YearlyValue" WHERE "organisationId" = $1)::int AS versions`,
    [organisationId],
  );
  assert.equal(rows[0].revisions, rows[0].versions, "a value without its revision");
  return rows[0].revisions;
}
