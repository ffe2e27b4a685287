/** An installation of a test's own: the start command on a folder and port of its own, to be killed in every way. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

export type Installation = {
  origin: string;
  /** Everything it has printed. */
  printed: () => string;
  /** Process ids of its parts. */
  parts: () => { start: number; server: number; postgres: number };
  /** Sends a signal to the start and answers its exit code (null: a signal ended it). */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Exit code, once it has ended. */
  ended: Promise<number | null>;
};

/** Runs `npm start` (or `npm run demo`) without npm and waits until it is ready or has ended. */
export async function start(
  dataDir: string,
  settings: Record<string, string> = {},
  args: string[] = [],
): Promise<Installation> {
  const port = settings.PORT ?? String(await freePort());
  const env = {
    ...process.env,
    NODE_ENV: "production",
    APP_ORIGIN: "",
    DATABASE_URL: "",
    HOST: "",
    AUTH_SECRET: "",
    LOG_LEVEL: "warn",
    npm_lifecycle_event: "",
    DATA_DIR: dataDir,
    PORT: port,
    ...settings,
  } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ["lib/operation/start.cjs", ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  await new Promise<void>((done) => {
    const read = (part: Buffer) => {
      printed += part;
      if (printed.includes("is ready:")) done();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then(() => done());
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    printed: () => printed,
    ended,
    parts: () => ({
      start: child.pid!,
      server: serverOf(child.pid!),
      postgres: postgresOf(join(dataDir, args.length ? "demo" : "")),
    }),
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Skips what finds the processes of an installation in /proc where there is none: the one reason a test is left out. */
export function skipWithoutProc(test: { skip: (condition: boolean, reason: string) => void }): void {
  test.skip(process.platform !== "linux", "an installation of a test's own finds its processes in /proc");
}

/** The process id a server notes beside its files. */
function postgresOf(home: string): number {
  return Number(readFileSync(join(home, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function serverOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  return Number(children.find((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").startsWith("ledestjerne")));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ports of this worker's own, below those the system hands out by itself. */
let next = 21_000 + 500 * Number(process.env.TEST_PARALLEL_INDEX ?? 0);

/**
 * A port nobody listens on, and nobody else begins to: between the look and the start of an installation lie seconds,
 * in which the system may give one of its own choice to another, whose page the test would then see.
 */
export async function freePort(): Promise<number> {
  while (!(await isFree(next))) next += 1;
  return next++;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer().once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}
