/**
 * Applies the migrations in prisma/migrations at the start.
 *
 * Prisma's own engine runs a migration and notes it in two steps: a kill in between leaves a database that refuses
 * every later start. Here the statements and the note are one transaction. The notes are Prisma's, in its table, so
 * `prisma migrate status` and `prisma migrate deploy` read and continue them.
 */
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ClientBase } from "pg";
import { withClient, withSetupLock } from "./connection.ts";

type Migration = { name: string; sql: string; checksum: string };

/** The database and this version of the application do not belong together. */
export class MigrationMismatch extends Error {}

const NOTES = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;
const NO_SUCH_TABLE = "42P01";

/**
 * Applies what the database lacks and returns the names. Two starts at once: the second waits and finds nothing left.
 * Throws in words when a migration fails (the database is then as before it), was changed after it was applied, or
 * is unknown to this version of the application.
 */
export async function migrate(url: string, folder?: string): Promise<string[]> {
  const migrations = await onDisk(folder);
  if (!(await withClient(url, (client) => missing(client, migrations))).length) return [];
  return withSetupLock(url, async (client) => {
    await client.query(NOTES);
    const pending = await missing(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

/** Names of migrations this version of the application has and the database lacks. */
export async function missingMigrations(client: ClientBase, folder?: string): Promise<string[]> {
  return (await missing(client, await onDisk(folder))).map(({ name }) => name);
}

async function missing(client: ClientBase, migrations: Migration[]): Promise<Migration[]> {
  const applied = await appliedChecksums(client);
  const unknown = [...applied.keys()].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length)
    throw new MigrationMismatch(
      `The database was set up by a newer version of the application (${unknown.join(", ")}). Update the application.`,
    );
  const changed = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (changed)
    throw new MigrationMismatch(
      `The migration ${changed.name} was changed after it was applied to the database. Restore the file, or start with an empty database.`,
    );
  return migrations.filter(({ name }) => !applied.has(name));
}

async function appliedChecksums(client: ClientBase): Promise<Map<string, string>> {
  try {
    const { rows } = await client.query<{ name: string; checksum: string }>(
      `SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    return new Map(rows.map(({ name, checksum }) => [name, checksum]));
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_TABLE) return new Map();
    throw error;
  }
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES (gen_random_uuid()::text, $1, $2, clock_timestamp(), 1)`,
      [checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw new Error(`The migration ${name} failed and was taken back: ${(error as Error).message}`, { cause: error });
  }
}

async function onDisk(folder = resolve("prisma", "migrations")): Promise<Migration[]> {
  const entries = await readdir(/* turbopackIgnore: true */ folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(/* turbopackIgnore: true */ join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}
