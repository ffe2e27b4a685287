/** The production build: made when the sources have changed since the last one, and only then. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { runNode, succeeded } from "./child.ts";
import { takeLock } from "./lock.ts";

/** What a build is made of. Tests, seed and documents are not: changing them rebuilds nothing. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/demo/people.ts",
  "prisma/models",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Hash over names and contents of the sources; dates and the folder's place do not matter. */
function sourceStamp(sources: string[] = SOURCES): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesBelow).sort()) {
    hash.update(`${file}\0${statSync(file).size}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Whether the build in `distDir` was made from the sources as they are. */
export function isBuilt(distDir: string, stamp: string = sourceStamp()): boolean {
  const file = stampFile(distDir);
  return existsSync(file) && readFileSync(file, "utf8") === stamp;
}

/** Builds into `distDir` unless that is done; waits while another start does. Needs no database. Throws when the build fails. */
export async function ensureBuilt(distDir: string, say: (line: string) => void): Promise<void> {
  if (isBuilt(distDir)) return;
  const lock = await waitForLock(distDir, say);
  try {
    const stamp = sourceStamp();
    if (isBuilt(distDir, stamp)) return;
    say("Building the application (once, until its code changes) …");
    rmSync(stampFile(distDir), { force: true });
    await build(distDir);
    writeFileSync(stampFile(distDir), stamp);
  } finally {
    lock.release();
  }
}

async function build(distDir: string): Promise<void> {
  const env = { NODE_ENV: "production", NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: undefined };
  await succeeded(
    runNode(["lib/database/generate.ts"], { nodeArgs: ["--import", "tsx"], env }),
    "The database client could not be generated.",
  );
  await succeeded(
    runNode(["node_modules/next/dist/bin/next", "build"], { env }),
    "The application could not be built.",
  );
}

async function waitForLock(distDir: string, say: (line: string) => void): Promise<{ release: () => void }> {
  for (let waited = false; ; waited = true) {
    const lock = await takeLock(join(distDir, "ledestjerne.lock"), "build");
    if (lock.held) return lock;
    if (!waited) say("Another start is building the application; waiting for it …");
    await wait(500);
  }
}

function stampFile(distDir: string): string {
  return join(distDir, "ledestjerne.stamp");
}

function filesBelow(path: string): string[] {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return [];
  if (entry.isFile()) return [path];
  const generated = path === join("lib", "database") ? ["generated"] : [];
  return readdirSync(path)
    .filter((name) => !generated.includes(name))
    .flatMap((name) => filesBelow(join(path, name)));
}
