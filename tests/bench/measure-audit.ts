/** Following the chain of an organisation whose trail has a million entries. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { ClientBase } from "pg";
import { withClient } from "../../lib/database/connection.ts";
import type { Followed } from "./audit/verify.ts";
import { figure, table } from "./table.ts";
import type { World } from "./world.ts";

const VERIFY = join(import.meta.dirname, "audit", "verify.ts");
/** Entries written by one statement. */
const STEP = 50_000;

/** Makes the chain in the product's own database, through the trigger that makes every link, and follows it to its end. */
export async function measureAudit({ product, print, options }: World): Promise<void> {
  const entries = options.repeats > 1 ? 1_000_000 : 100_000;
  const begin = performance.now();
  const organisationId = await withClient(product.databaseUrl, (client) => makeChain(client, entries));
  const made = performance.now() - begin;
  const args = ["--import", "tsx", VERIFY, organisationId, String(entries)];
  const env = { ...process.env, DATABASE_URL: product.databaseUrl };
  const { links, faults, clock, processor, early, most } = JSON.parse(
    execFileSync(process.execPath, args, { env, encoding: "utf8" }),
  ) as Followed;
  print(
    table(
      ["An audit chain", "written s", "followed s", "CPU s", "MB in its first tenth", "MB at most", "faults"],
      [[`${figure(links)} entries`, made / 1000, clock / 1000, processor / 1000, early, most, faults]],
    ),
  );
}

/** An organisation with as long a trail; every link by the database's own trigger, in a few statements. */
async function makeChain(client: ClientBase, entries: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO "Organisation" (slug, name) VALUES ('audit-scale', 'Audit') RETURNING id`,
  );
  const { id } = rows[0]!;
  for (let from = 1; from <= entries; from += STEP)
    await client.query(
      `INSERT INTO "AuditEntry" ("organisationId", "actorId", door, action, subject, detail)
       SELECT $1, $1, 'page', 'value.save', 'unit-' || n % 200, jsonb_build_object('year', 2024, 'cells', n % 40, 'digest', md5(n::text))
       FROM generate_series($2::int, $3::int) n`,
      [id, from, Math.min(from + STEP - 1, entries)],
    );
  return id;
}
