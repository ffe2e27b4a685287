/**
 * Writes the typed database client to lib/database/generated, without network.
 *
 * The Prisma CLI wants a native schema engine that it would download; generating does not run it, so any
 * executable that exists satisfies the check.
 *
 * A client that is there already is left as it is: writing it takes its files away for a moment, and a first start
 * loads the demo with them while the application is built.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const STAMP = join("lib", "database", "generated", "sources.stamp");

/** Hash of what a client is made of: the models, and who writes it. */
function sourceStamp(): string {
  const models = readdirSync(join("prisma", "models")).sort();
  const files = [
    "package-lock.json",
    join("prisma", "schema.prisma"),
    ...models.map((name) => join("prisma", "models", name)),
  ];
  return files
    .reduce((hash, file) => hash.update(`${file}\0`).update(readFileSync(file)), createHash("sha256"))
    .digest("hex");
}

const stamp = sourceStamp();
if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp) process.exit(0);

rmSync(STAMP, { force: true });
const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const { status, stderr } = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
  stdio: ["ignore", "ignore", "pipe"],
  encoding: "utf8",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
// It narrates what it loads on the channel for errors.
if (status !== 0) console.error(stderr);
else writeFileSync(STAMP, stamp);
process.exit(status ?? 1);
