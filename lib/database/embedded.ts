/**
 * The embedded PostgreSQL: a real server from the npm package, with its files in a folder of ours.
 *
 * It listens on loopback only, on a port that is free at the time, and asks for a password that is kept beside
 * the data. Its files survive any kill; what a kill leaves behind (a server without its application, a stale pid
 * file) is recognised and cleared at the next start. One start at a time: the caller holds a lock on the folder.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { keptSecret } from "../operation/secret.ts";
import { binaries, prefixForUser } from "./embedded-binaries.ts";
import { initialise } from "./embedded-files.ts";
import { clearLeftovers, pidFile } from "./embedded-leftovers.ts";

/** A running embedded server: its owner's address, its process, when it is gone, and how to stop it. */
export type EmbeddedDatabase = {
  url: string;
  port: number;
  pid: number;
  gone: Promise<void>;
  stop: () => Promise<void>;
};

const START_LIMIT_MS = 20_000;

/** Small and quiet: a few dozen connections, no replication, no helper process that an installation of this size does not use. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 60,
  // Room for an import of a hundred thousand figures: pages that do not fit wait for the disk before they make room.
  shared_buffers: "128MB",
  // Its log is then written beside it, by the server's own writer, and not by itself whenever four megabytes are full.
  wal_buffers: "16MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  io_method: "sync",
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
};

/**
 * Starts the embedded server on the files in `dataDir`, making them first if need be; `port` brings a server back
 * where its clients look for it. Throws with the server's last words when it does not come up.
 */
export async function startEmbedded(dataDir: string, port?: number): Promise<EmbeddedDatabase> {
  const home = resolve(dataDir);
  const log = join(home, "postgres.log");
  const password = keptSecret(home, "postgres.password");
  const native = await binaries();
  const prefix = prefixForUser(home);
  const files = initialise(prefix, native.initdb, home);
  await clearLeftovers(files);

  const deadline = Date.now() + START_LIMIT_MS;
  do {
    const place = port ?? (await freePort());
    const server = launch([...prefix, native.postgres], files, place, log);
    if (await becameReady(server, files, deadline)) {
      const url = `postgresql://ledestjerne:${password}@127.0.0.1:${place}/postgres`;
      return { url, port: place, pid: server.pid!, gone: ended(server), stop: () => stop(server) };
    }
    // Backends of a killed server may hold the files for a moment longer: a new one then refuses to start.
    await wait(100);
  } while (Date.now() < deadline);
  throw new Error(`The embedded PostgreSQL did not start:\n${lastLines(log)}`);
}

function launch(program: string[], files: string, port: number, log: string): ChildProcess {
  const options = [
    "-D",
    files,
    ...Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const [command, ...args] = [...program, ...options];
  const out = openSync(log, "a", 0o600);
  // In a process group of its own, so that Ctrl-C reaches the application first and the database last.
  const server = spawn(command!, args, {
    stdio: ["ignore", out, out],
    detached: true,
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  closeSync(out);
  return server;
}

async function becameReady(server: ChildProcess, files: string, deadline: number): Promise<boolean> {
  let gone = false;
  void ended(server).then(() => (gone = true));
  while (!gone && Date.now() < deadline) {
    const said = pidFile(files);
    if (said?.pid === server.pid && said?.ready) return true;
    await wait(5);
  }
  if (!gone) server.kill("SIGKILL");
  return false;
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((done) => server.once("exit", () => done()).once("error", () => done()));
}

/** Ends running statements, then the server; its files are in order afterwards. */
async function stop(server: ChildProcess): Promise<void> {
  const gone = ended(server);
  server.kill("SIGINT");
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
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
