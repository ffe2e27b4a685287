/** The product as a newcomer starts it: `npm run demo`, on data and a port of the benchmark's own. */
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pidFile } from "../../lib/database/embedded-leftovers.ts";
import { runNode } from "../../lib/operation/child.ts";
import { keptSecret } from "../../lib/operation/secret.ts";

/** A started product: how long until `/healthz` said 200, its first process, its database, and how to stop it. */
export type Product = { origin: string; readyMs: number; pid: number; databaseUrl: string; stop: () => Promise<void> };

const READY_LIMIT_MS = 60_000;

/** Starts the demo on the files in `dataDir` and waits until it is ready. Throws when it ends before. */
export async function startProduct(dataDir: string, distDir: string): Promise<Product> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    NODE_ENV: undefined,
    PORT: String(port),
    DATA_DIR: dataDir,
    NEXT_DIST_DIR: distDir,
    HOST: "127.0.0.1",
    APP_ORIGIN: origin,
    DATABASE_URL: "",
    // One person stands for many: the limit that stops a script is measured nowhere here.
    WRITES_PER_MINUTE: "100000000",
  };
  const begin = performance.now();
  const child = runNode(["lib/operation/start.ts", "--demo"], { nodeArgs: ["--import", "tsx"], env, output: "ignore" });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    child.kill("SIGINT");
    await ended;
  };
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || performance.now() - begin > READY_LIMIT_MS)
      throw new Error("The product did not become ready.");
    await wait(10);
  }
  return { origin, readyMs: performance.now() - begin, pid: child.pid!, databaseUrl: databaseUrl(dataDir), stop };
}

async function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

/** The owner's address of the embedded database that serves the demo. */
function databaseUrl(dataDir: string): string {
  const home = join(dataDir, "demo");
  return `postgresql://ledestjerne:${keptSecret(home, "postgres.password")}@127.0.0.1:${pidFile(join(home, "postgres"))!.port}/postgres`;
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
