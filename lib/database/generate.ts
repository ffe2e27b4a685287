/**
 * Writes the typed database client to lib/database/generated, without network.
 *
 * The Prisma CLI wants a native schema engine that it would download; generating does not run it, so any
 * executable that exists satisfies the check.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

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
process.exit(status ?? 1);
