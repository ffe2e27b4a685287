/** The database of a command: the configured server, the embedded one that the running application has open, or one opened for the command. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { startEmbedded } from "../database/embedded.ts";
import { migrate } from "../database/migrate.ts";
import { prepareRole } from "../database/role.ts";
import { readEnvironment } from "./env.ts";
import { takeLock } from "./lock.ts";

/** Opens the database; the address is the restricted role's. `demo`: the demo's own. */
export async function commandDatabase(demo: boolean): Promise<{ url: string; close: () => Promise<void> }> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const env = readEnvironment(process.env);
  const warn = (reason: string) => console.warn(reason);
  if (env.DATABASE_URL) return { url: await prepareRole(env.DATABASE_URL, warn), close: async () => {} };
  const home = demo ? join(resolve(env.DATA_DIR), "demo") : resolve(env.DATA_DIR);
  const lock = await takeLock(join(home, "running.lock"), "npm run import");
  if (!lock.held) return { url: await prepareRole(runningUrl(home), warn), close: async () => {} };
  const server = await startEmbedded(home);
  await migrate(server.url);
  const url = await prepareRole(server.url, warn);
  return {
    url,
    close: async () => {
      await server.stop();
      lock.release();
    },
  };
}

/** The embedded server of the running application: its port stands in its own process file, its password beside the data. */
function runningUrl(home: string): string {
  const port = readFileSync(join(home, "postgres", "postmaster.pid"), "utf8")
    .split("\n")[3]
    ?.trim();
  const password = readFileSync(join(home, "postgres.password"), "utf8").trim();
  return `postgresql://ledestjerne:${password}@127.0.0.1:${port}/postgres`;
}
