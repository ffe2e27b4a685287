/** The web server's process, as its parent sees it. */
import { runNode } from "./child.ts";

/**
 * A web server that loads its code. It listens after `serve` (with the file that holds the embedded server's process
 * id, for the case that this process is killed), and is gone after `stop` or when `ended` says why.
 */
export type WebServer = {
  serve: (databaseUrl: string, postgres: string | null) => Promise<void>;
  stop: () => Promise<void>;
  ended: Promise<string>;
};

/** Memory the server may fill before it collects, in MB: the young generation, where half as much costs a tenth more processor per save, and the old one. */
const HEAP = ["--max-semi-space-size=16", "--max-old-space-size=384"];
/** glibc gives each thread an arena of its own and hands none back: a fifth of the server's memory under load. And what it once gave back it keeps next time, unless told from which size (bytes) never to. */
const ARENAS = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_TRIM_THRESHOLD_: "131072" };
const STOP_LIMIT_MS = 10_000;

/** Starts the process on the build in NEXT_DIST_DIR. */
export function startServer(env: Record<string, string | undefined>): WebServer {
  const child = runNode(["lib/operation/serve.mjs"], {
    nodeArgs: HEAP,
    env: { ...ARENAS, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const ended = new Promise<string>((done) => {
    child.once("exit", (code, signal) => done(`The web server ended unexpectedly (${signal ?? `exit code ${code}`}).`));
  });
  return { serve, stop, ended };

  async function serve(databaseUrl: string, postgres: string | null): Promise<void> {
    const answer = new Promise<{ listening?: true; failed?: string }>((done) =>
      child.once("message", done as (message: unknown) => void),
    );
    child.send({ serve: { databaseUrl, postgres } });
    const { failed } = await Promise.race([answer, ended.then((failed) => ({ failed }))]);
    if (failed) throw new Error(failed === "EADDRINUSE" ? portInUse(Number(env.PORT)) : failed);
  }

  async function stop(): Promise<void> {
    const limit = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    if (child.connected) child.send({ stop: true });
    await ended;
    clearTimeout(limit);
  }
}

/** What to tell somebody whose port is taken. */
export function portInUse(port: number): string {
  return `Port ${port} is in use. End what listens there, or choose another: PORT=${port + 1}.`;
}
