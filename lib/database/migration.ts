/** `npm run db:migration -- NAME`: writes the migration that leads from the last one to the schema, offline. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "./embedded.ts";
import { MIGRATIONS_FOLDER, pendingSql, withEngine } from "./migration-engine.ts";

const name = process.argv[2]?.replace(/[^a-z0-9]+/gi, "_").toLowerCase();
if (!name) {
  console.error("Say what the migration is for: npm run db:migration -- add_emission_factors");
  process.exit(2);
}

// An empty server for the engine's shadow database: the migration must not depend on anybody's data.
const home = await mkdtemp(join(tmpdir(), "ledestjerne-migration-"));
const database = await startEmbedded(home);
try {
  const sql = await withEngine(database.url, pendingSql);
  if (!sql) {
    console.log("The migrations already lead to the schema; nothing written.");
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "migration.sql"), sql);
    console.log(`Wrote ${folder}/migration.sql. Read it, add the constraints Prisma cannot express, and commit it.`);
  }
} finally {
  await database.stop();
  await rm(home, { recursive: true, force: true });
}
