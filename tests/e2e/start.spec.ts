import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { withClient } from "../../lib/database/connection";
import { pidFile } from "../../lib/database/embedded-leftovers";
import { keptSecret } from "../../lib/operation/secret";
import { freePort, isAlive, skipWithoutProc, start, type Installation } from "./installation";

skipWithoutProc(test);

let home: string;
let running: Installation | null = null;
test.beforeAll(async () => void (home = await mkdtemp(join(tmpdir(), "ledestjerne-start-"))));
test.afterEach(async () => {
  await running?.end("SIGTERM");
  running = null;
});
test.afterAll(() => rm(home, { recursive: true, force: true }));

async function begin(settings: Record<string, string> = {}): Promise<Installation> {
  running = await start(home, settings);
  expect(running.printed()).toContain(`is ready: ${running.origin}`);
  return running;
}
const health = ({ origin }: Installation) =>
  fetch(`${origin}/healthz`).then(
    (answer) => answer.status,
    () => 0,
  );
const ownerUrl = () =>
  `postgresql://ledestjerne:${keptSecret(home, "postgres.password")}@127.0.0.1:${pidFile(join(home, "postgres"))!.port}/postgres`;
const organisations = () =>
  withClient(ownerUrl(), async (client) =>
    (await client.query(`SELECT slug FROM "Organisation" ORDER BY slug`)).rows.map((row) => row.slug as string),
  );

test.describe.configure({ mode: "serial" });

test("an empty folder becomes an installation whose first page sets it up; Ctrl-C ends all of it", async () => {
  const one = await begin();
  expect(await health(one)).toBe(200);
  const first = await fetch(one.origin, { redirect: "manual" });
  expect(first.headers.get("location")).toMatch(/\/setup$/);
  const { server, postgres } = one.parts();
  await withClient(ownerUrl(), (client) =>
    client.query(`INSERT INTO "Organisation" (slug, name) VALUES ('kept', 'Kept')`),
  );
  expect(await one.end("SIGINT")).toBe(0);
  expect([isAlive(server), isAlive(postgres)]).toEqual([false, false]);
});

for (const part of ["start", "server", "postgres"] as const) {
  test(`after kill -9 of ${part === "start" ? "the start itself" : `the ${part}`}, the next start has every row`, async () => {
    const one = await begin();
    const { [part]: pid, server } = one.parts();
    process.kill(pid, "SIGKILL");
    if (part === "postgres") {
      await expect.poll(() => health(one), { timeout: 10_000 }).toBe(200);
      expect(await one.end("SIGTERM")).toBe(0);
    } else {
      expect(await one.ended).toBe(part === "start" ? null : 1);
      await expect.poll(() => isAlive(server)).toBe(false);
    }
    if (part === "server") expect(one.printed()).toContain("The web server ended unexpectedly (SIGKILL).");
    const two = await begin({ PORT: new URL(one.origin).port });
    expect(await health(two)).toBe(200);
    expect(await organisations()).toEqual(["kept"]);
  });
}

test("after kill -9 of everything at once, too", async () => {
  const one = await begin();
  const { start: first, server, postgres } = one.parts();
  for (const pid of [first, server, postgres]) process.kill(pid, "SIGKILL");
  await one.ended;
  await begin();
  expect(await organisations()).toEqual(["kept"]);
});

test("a second start on the same data, and one on a taken port, say so in a line", async () => {
  const one = await begin();
  const second = await start(home);
  expect(await second.ended).toBe(1);
  expect(second.printed().trim()).toBe(`Ledestjerne is already running on ${home}: ${one.origin}`);

  const other = await mkdtemp(join(tmpdir(), "ledestjerne-start-"));
  const { port } = new URL(one.origin);
  const third = await start(other, { PORT: port });
  expect(await third.ended).toBe(1);
  expect(third.printed().trim()).toBe(
    `Port ${port} is in use. End what listens there, or choose another: PORT=${Number(port) + 1}.`,
  );
  await rm(other, { recursive: true });
  expect(await health(one)).toBe(200);
});

test("with DATABASE_URL no database is started, and two starts at once set it up once", async () => {
  const one = await begin();
  await withClient(ownerUrl(), (client) => client.query("CREATE DATABASE shared"));
  const url = new URL(ownerUrl());
  url.pathname = "/shared";
  const folders = await Promise.all([0, 1].map(() => mkdtemp(join(tmpdir(), "ledestjerne-start-"))));
  const both = await Promise.all(folders.map((folder) => start(folder, { DATABASE_URL: url.href })));
  for (const each of both) expect(await health(each)).toBe(200);
  expect(both.map((each) => each.printed().match(/Applied \d+ migration/g) ?? []).flat()).toHaveLength(1);
  for (const each of both) expect(await each.end("SIGTERM")).toBe(0);
  expect(await health(one)).toBe(200);
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

test("bad settings, a demo for everybody, and a database that is not there are refused in words", async () => {
  const other = await mkdtemp(join(tmpdir(), "ledestjerne-start-"));
  const refusal = async (settings: Record<string, string>, args: string[] = []) => {
    const one = await start(other, settings, args);
    expect(await one.ended).toBe(1);
    return one.printed().trim();
  };
  expect(await refusal({ PORT: "eighty", LOG_LEVEL: "loud" })).toBe(
    "PORT must be a number.\nLOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.",
  );
  expect(await refusal({ HOST: "0.0.0.0" }, ["--demo"])).toBe(
    "The demo listens on this computer only, because everybody knows its password: HOST=0.0.0.0 is refused.",
  );
  const wrong = new URL(`postgresql://nobody:not-this-one@127.0.0.1:${pidPort()}/postgres`);
  const said = await refusal({ DATABASE_URL: wrong.href });
  expect(said).toMatch(
    /^The database at 127\.0\.0\.1:\d+\/postgres \(DATABASE_URL\) cannot be used: .*authentication failed.*\.$/,
  );
  expect(said).not.toContain("not-this-one");
  await rm(other, { recursive: true });

  function pidPort(): number {
    return pidFile(join(process.env.E2E_HOME!, "demo", "postgres"))!.port;
  }
});

test("npm start refuses to serve the demo's sign-ins", async () => {
  const demoHome = join(process.env.E2E_HOME!, "demo");
  const url = `postgresql://ledestjerne:${keptSecret(demoHome, "postgres.password")}@127.0.0.1:${pidFile(join(demoHome, "postgres"))!.port}/postgres`;
  const other = await mkdtemp(join(tmpdir(), "ledestjerne-start-"));
  const one = await start(other, { DATABASE_URL: url, PORT: String(await freePort()) });
  expect(await one.ended).toBe(1);
  expect(one.printed()).toContain("only npm run demo serves it");
  await rm(other, { recursive: true });
});
