/**
 * `npm start` and `npm run demo`: database, migrations, role, demo, build, web server, in as few waits as their order
 * allows. This process stays small: it watches the database and the web server and ends them in the right order.
 */
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { migrate } from "../database/migrate.ts";
import { prepareRole } from "../database/role.ts";
import { ensureBuilt, isBuilt } from "./build.ts";
import { openEmbedded, openExternal, type OpenDatabase } from "./database.ts";
import { demoSignIns, ensureDemo, refuseDemo } from "./demo.ts";
import { isLoopback, readEnvironment, type Environment } from "./env.ts";
import { takeLock } from "./lock.ts";
import { watchParents } from "./parents.ts";
import { keptSecret } from "./secret.ts";
import { portInUse, startServer, type WebServer } from "./server.ts";

const demo = process.argv.includes("--demo");
const running: { server?: WebServer; database?: Promise<OpenDatabase>; lock?: { release: () => void } } = {};
let stopping = false;

/** How often and how long to look again at a lock or port: a start that was just killed may still be leaving. */
const LEAVING_TRIES = 6;
const LEAVING_MS = 300;

const say = (line: string) => console.log(line);
const warn = (line: string) => console.warn(line);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
watchParents(() => void end(1));
start().catch((error: Error) => end(1, error.message));

async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const env = readEnvironment(process.env);
  if (demo && !isLoopback(env.HOST))
    throw new Error(
      `The demo listens on this computer only, because everybody knows its password: HOST=${env.HOST} is refused.`,
    );
  // The demo keeps its data apart, so that both commands can be tried in one folder.
  const home = demo ? join(resolve(env.DATA_DIR), "demo") : resolve(env.DATA_DIR);
  if (!env.DATABASE_URL) await lockData(home, env);
  await checkPort(env);

  const settings = {
    ...Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, value === undefined ? value : String(value)]),
    ),
    AUTH_SECRET: env.AUTH_SECRET ?? keptSecret(home, "auth.secret"),
    LEDESTJERNE_DEMO: demo ? "1" : undefined,
    DATABASE_URL: undefined,
  };
  // With nothing to build the web server loads its code while the database opens.
  const early = isBuilt(env.NEXT_DIST_DIR) ? launch(settings) : null;
  const [{ database, url }] = await Promise.all([
    prepareDatabase(env, home),
    early ?? ensureBuilt(env.NEXT_DIST_DIR, say),
  ]);
  if (stopping) return;
  const server = early ?? launch(settings);
  await server.serve(url, database.pidFile);
  announce(env);
  void database.lost.then((reason) => end(1, reason));
}

function launch(settings: Record<string, string | undefined>): WebServer {
  const server = startServer(settings);
  running.server = server;
  void server.ended.then((reason) => end(1, reason));
  return server;
}

async function prepareDatabase(env: Environment, home: string): Promise<{ database: OpenDatabase; url: string }> {
  running.database = env.DATABASE_URL ? openExternal(env.DATABASE_URL) : openEmbedded(home, warn);
  const database = await running.database;
  const applied = await migrate(database.url);
  if (applied.length) say(`Applied ${applied.length} migration${applied.length > 1 ? "s" : ""}.`);
  const url = await prepareRole(database.url, warn);
  await (demo ? ensureDemo(database.url, say) : refuseDemo(database.url));
  return { database, url };
}

async function lockData(home: string, env: Environment): Promise<void> {
  for (let tries = LEAVING_TRIES; ; tries -= 1) {
    const lock = await takeLock(join(home, "running.lock"), env.APP_ORIGIN);
    if (lock.held) return void (running.lock = lock);
    if (!tries) throw new Error(`Ledestjerne is already running on ${home}: ${lock.note}`);
    await wait(LEAVING_MS);
  }
}

/** Said before a minute of building rather than after it. */
async function checkPort({ PORT, HOST }: Environment): Promise<void> {
  for (let tries = LEAVING_TRIES; ; tries -= 1) {
    const error = await tryPort(PORT, HOST);
    if (!error) return;
    if (error.code !== "EADDRINUSE") throw new Error(`Cannot listen on ${HOST}:${PORT}: ${error.message}.`);
    if (!tries) throw new Error(portInUse(PORT));
    await wait(LEAVING_MS);
  }
}

function tryPort(port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((done) => {
    const probe = createServer().once("error", done);
    probe.listen(port, host, () => probe.close(() => done(null)));
  });
}

function announce(env: Environment): void {
  say(`\nLedestjerne is ready: ${env.APP_ORIGIN}   (Ctrl-C ends it)`);
  if (demo) say(`\n${demoSignIns()}`);
}

/** Ends everything in turn: the web server, the database (also one that is just opening), the lock. */
async function end(code: number, reason?: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (reason) console.error(`\n${reason}`);
  await running.server?.stop();
  await running.database?.then(
    (database) => database.close(),
    () => {},
  );
  running.lock?.release();
  process.exit(code);
}
