import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "@/lib/database/connection";
import { startEmbedded, type EmbeddedDatabase } from "@/lib/database/embedded";
import { openEmbedded } from "@/lib/operation/database";

let home: string;
let server: EmbeddedDatabase;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "ledestjerne embedded "));
  // What a kill during the very first start leaves behind: half the files, under the draft's name.
  mkdirSync(join(home, "postgres.new"));
  writeFileSync(join(home, "postgres.new", "PG_VERSION"), "18\n");
  server = await startEmbedded(home);
  await withClient(server.url, (client) => client.query("CREATE TABLE kept (n int)"));
});
afterAll(async () => {
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

const add = (n: number) => withClient(server.url, (client) => client.query("INSERT INTO kept VALUES ($1)", [n]));
const all = () =>
  withClient(server.url, async (client) =>
    (await client.query("SELECT n FROM kept ORDER BY n")).rows.map((row) => row.n as number),
  );

describe("the embedded PostgreSQL", () => {
  test("every acknowledged row is there after kill -9 under writers, and the next start works", async () => {
    const acknowledged: number[] = [];
    const writer = async (from: number) => {
      for (let n = from; ; n += 4) {
        await add(n);
        acknowledged.push(n);
        if (acknowledged.length === 60) process.kill(server.pid, "SIGKILL");
      }
    };
    await Promise.allSettled([0, 1, 2, 3].map(writer));
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    server = await startEmbedded(home);
    expect(await all()).toEqual(expect.arrayContaining(acknowledged));
  });

  test("a server left by a killed application is ended, and its rows are there", async () => {
    await add(-1);
    const left = server;
    server = await startEmbedded(home);
    await left.gone;
    expect(server.pid).not.toBe(left.pid);
    expect(await all()).toContain(-1);
  });

  test("a pid file whose process id somebody else has by now does not end that process, nor stop the start", async () => {
    const file = join(home, "postgres", "postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    await server.stop();
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, [process.pid, ...lines.slice(1)].join("\n"));
    server = await startEmbedded(home);
    expect(await all()).toContain(-1);
  });

  test("asks for the password, and its secret is for its owner only", async () => {
    const wrong = new URL(server.url);
    wrong.password = "wrong";
    await expect(withClient(wrong.href, (client) => client.query("SELECT"))).rejects.toThrow(
      /password authentication failed/,
    );
    expect(readFileSync(join(home, "postgres.password"), "utf8").length).toBeGreaterThan(30);
  });

  test("a server killed while the application runs comes back at the same address, and stays away once closed", async () => {
    await server.stop();
    const said: string[] = [];
    const open = await openEmbedded(home, (line) => said.push(line));
    const pid = Number(readFileSync(open.pidFile!, "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
    await expect
      .poll(
        () =>
          withClient(open.url, (client) => client.query("SELECT")).then(
            () => true,
            () => false,
          ),
        { timeout: 10_000 },
      )
      .toBe(true);
    expect(said).toHaveLength(1);
    await open.close();
    expect(existsSync(open.pidFile!)).toBe(false);
    server = await startEmbedded(home);
  });
});
