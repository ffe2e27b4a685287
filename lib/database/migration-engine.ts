/**
 * Prisma's schema engine, compiled to WebAssembly and run in this process over the ordinary driver: the same
 * migrations as `prisma migrate`, with nothing to download.
 */
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { MigrationAdapter } from "./migration-adapter.ts";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm";

const SCHEMA_FOLDER = "prisma";
export const MIGRATIONS_FOLDER = join(SCHEMA_FOLDER, "migrations");
const everything = { externalTables: [], externalEnums: [] };

/** Runs `job` with an engine on the database at `url`. */
export async function withEngine<Result>(url: string, job: (engine: SchemaEngine) => Promise<Result>): Promise<Result> {
  const engine = await (
    await loadEngine()
  ).SchemaEngine.new(
    { datamodels: (await schemaFiles()).files.map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(url)),
  );
  try {
    return await job(engine);
  } finally {
    engine.free();
  }
}

/** SQL that leads from the migrations on disk to the schema on disk; empty when there is nothing to do. */
export async function pendingSql(engine: SchemaEngine): Promise<string> {
  const from = { tag: "migrations" as const, ...(await migrationList()) };
  const to = { tag: "schemaDatamodel" as const, ...(await schemaFiles()) };
  const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters: everything });
  return stdout?.includes("empty migration") ? "" : (stdout ?? "");
}

/** What Prisma's engine thinks of the database's notes on migrations: edited, failed or unknown ones. */
export async function diagnose(engine: SchemaEngine) {
  return engine.diagnoseMigrationHistory({
    migrationsList: await migrationList(),
    optInToShadowDatabase: true,
    filters: everything,
  });
}

/** SQL that leads from the database as it stands to the migrations on disk; empty when it has not drifted. */
export async function driftSql(engine: SchemaEngine): Promise<string> {
  const from = { tag: "schemaDatasource" as const, ...(await schemaFiles()), configDir: "." };
  const to = { tag: "migrations" as const, ...(await migrationList()) };
  const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters: everything });
  return stdout?.includes("empty migration") ? "" : (stdout ?? "");
}

/** Names of the migrations on disk, in order. */
async function migrationNames(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function migrationList(): Promise<MigrationList> {
  const lockfile = await readFile(join(MIGRATIONS_FOLDER, "migration_lock.toml"), "utf8").catch(() => null);
  const migrationDirectories = await Promise.all(
    (await migrationNames()).map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(MIGRATIONS_FOLDER, name, "migration.sql"), "utf8") },
      },
    })),
  );
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

async function schemaFiles(): Promise<SchemasContainer> {
  const names = (await readdir(SCHEMA_FOLDER, { recursive: true })).filter((name) => name.endsWith(".prisma"));
  const files = names.sort().map(async (name) => ({
    path: relative(".", join(SCHEMA_FOLDER, name)),
    content: await readFile(join(SCHEMA_FOLDER, name), "utf8"),
  }));
  return { files: await Promise.all(files) };
}

type EngineModule = typeof import("@prisma/schema-engine-wasm");

// Instantiated once: the bindings keep a view of the first instance's memory.
let loaded: Promise<EngineModule> | null = null;
const loadEngine = () => (loaded ??= instantiate());

async function instantiate(): Promise<EngineModule> {
  const require = createRequire(import.meta.url);
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = await readFile(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  const glue = bindings as unknown as { __wbg_set_wasm(exports: unknown): void } & EngineModule;
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start?: () => void }).__wbindgen_start?.();
  return glue;
}
