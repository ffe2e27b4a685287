/**
 * The embedded PostgreSQL: a real server from the npm package, with its files in a folder of ours.
 *
 * It listens on loopback only, on a port that is free at the time, and asks for a password that is kept beside
 * the data. Its files survive any kill; what a kill leaves behind (a server without its master, a stale pid file)
 * is recognised and cleared at the next start.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { binaries, prefixForRoot } from "./embedded-binaries.ts";

/** A running embedded server: its address, and how to stop it. */
export type EmbeddedDatabase = { url: string; pid: number; stop: () => Promise<void> };

const START_LIMIT_MS = 20_000;

/** Starts the embedded server on the files in `dataDir`, making them first if need be. Throws with the server's last words when it does not come up. */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const home = resolve(dataDir);
  const files = join(home, "postgres");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const native = await binaries();
  const prefix = prefixForRoot(home);
  const password = keptPassword(home);
  if (!existsSync(join(files, "PG_VERSION"))) initialise(prefix, native.initdb, files, home);
  await clearLeftovers(files);

  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const port = await freePort();
    const server = launch(prefix, native.postgres, files, port, join(home, "postgres.log"));
    if (await becameReady(server, files, deadline)) {
      const url = `postgresql://ledestjerne:${password}@127.0.0.1:${port}/postgres`;
      return { url, pid: server.pid!, stop: () => stop(server) };
    }
    // Backends of a killed master may hold the files for a moment longer: the server then refuses to start.
    if (Date.now() > deadline) throw new Error(`The embedded PostgreSQL did not start:\n${lastLines(join(home, "postgres.log"))}`);
    await wait(100);
  }
}

/** The address of the embedded server that another process has started on `dataDir`, or null. */
export function runningEmbedded(dataDir: string): string | null {
  const home = resolve(dataDir);
  const lines = pidFile(join(home, "postgres"));
  if (!lines || !alive(lines.pid)) return null;
  return `postgresql://ledestjerne:${keptPassword(home)}@127.0.0.1:${lines.port}/postgres`;
}

function keptPassword(home: string): string {
  const file = join(home, "postgres.password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

function initialise(prefix: string[], initdb: string, files: string, home: string): void {
  rmSync(files, { recursive: true, force: true });
  const passwordFile = join(home, "postgres.password");
  const options = [
    "-D", files, "-U", "ledestjerne", `--pwfile=${passwordFile}`, "-A", "scram-sha-256", "-E", "UTF8",
    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-locale",
  ];
  const [command, ...args] = [...prefix, initdb, ...options];
  const run = spawnSync(command!, args, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  if (run.status !== 0) {
    rmSync(files, { recursive: true, force: true });
    throw new Error(`The embedded PostgreSQL could not be set up in ${files}:\n${run.stderr || run.error}`);
  }
  chmodSync(files, 0o700);
}

function launch(prefix: string[], postgres: string, files: string, port: number, log: string): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1", port, unix_socket_directories: "", max_connections: 60,
    shared_buffers: "64MB", jit: "off", timezone: "UTC", log_min_messages: "warning",
  };
  const options = ["-D", files, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const [command, ...args] = [...prefix, postgres, ...options];
  const out = openSync(log, "a", 0o600);
  // In a process group of its own, so that Ctrl-C reaches the application first and the database last.
  return spawn(command!, args, { stdio: ["ignore", out, out], detached: true, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } });
}

async function becameReady(server: ChildProcess, files: string, deadline: number): Promise<boolean> {
  let gone = false;
  server.once("exit", () => (gone = true));
  server.once("error", () => (gone = true));
  while (!gone && Date.now() < deadline) {
    const lines = pidFile(files);
    if (lines?.pid === server.pid && lines.ready) return true;
    await wait(10);
  }
  if (!gone) server.kill("SIGKILL");
  return false;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((done) => server.once("exit", done));
  server.kill("SIGINT");
  await gone;
}

/** Ends a server left on these files by a killed start, and removes a pid file that belongs to nobody. */
async function clearLeftovers(files: string): Promise<void> {
  const lines = pidFile(files);
  if (!lines) return;
  if (alive(lines.pid) && (await answers(lines.port))) {
    process.kill(lines.pid, "SIGINT");
    const deadline = Date.now() + START_LIMIT_MS;
    while (alive(lines.pid) && Date.now() < deadline) await wait(20);
    if (alive(lines.pid)) throw new Error(`PostgreSQL (process ${lines.pid}) still holds ${files}. End it and start again.`);
  }
  rmSync(join(files, "postmaster.pid"), { force: true });
}

function pidFile(files: string): { pid: number; port: number; ready: boolean } | null {
  try {
    const lines = readFileSync(join(files, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: "127.0.0.1", port }, () => done(!socket.destroy().connecting));
    socket.once("error", () => done(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, "utf8").split("\n").slice(-12).join("\n");
  } catch {
    return "(no log)";
  }
}
