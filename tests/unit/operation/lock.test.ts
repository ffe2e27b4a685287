import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeLock } from "@/lib/operation/lock";
import { keptSecret } from "@/lib/operation/secret";

let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ledestjerne-lock-"));
  file = join(home, "running.lock");
});
afterEach(() => rmSync(home, { recursive: true }));

describe("the lock", () => {
  test("is held by one, who leaves a note for the second", async () => {
    const first = await takeLock(file, "http://127.0.0.1:3000");
    expect(first.held).toBe(true);
    expect(await takeLock(file, "http://127.0.0.1:4000")).toEqual({ held: false, note: "http://127.0.0.1:3000" });
    if (first.held) first.release();
    const third = await takeLock(file, "third");
    expect(third.held).toBe(true);
    if (third.held) third.release();
    expect(readdirSync(home)).toEqual([]);
  });

  test("twenty at once: one gets it", async () => {
    const locks = await Promise.all(Array.from({ length: 20 }, (_, n) => takeLock(file, String(n))));
    expect(locks.filter((lock) => lock.held)).toHaveLength(1);
    for (const lock of locks) if (lock.held) lock.release();
  });

  test.each([
    ["a port nobody listens on", async () => JSON.stringify({ port: 1, token: "t", note: "dead" })],
    ["half a file", async () => `{"port": 12`],
  ])("left by the dead as %s is taken over", async (_, content) => {
    writeFileSync(file, await content());
    const lock = await takeLock(file, "new");
    expect(lock.held).toBe(true);
    if (lock.held) lock.release();
  });

  test("a stranger on the dead holder's port does not hold it", async () => {
    const stranger = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request"));
    await new Promise<void>((done) => stranger.listen(0, "127.0.0.1", done));
    writeFileSync(file, JSON.stringify({ port: (stranger.address() as AddressInfo).port, token: "t", note: "dead" }));
    const lock = await takeLock(file, "new");
    expect(lock.held).toBe(true);
    if (lock.held) lock.release();
    stranger.close();
  });
});

describe("a kept secret", () => {
  test("is made once, long, and the owner's alone", () => {
    const secret = keptSecret(home, "auth.secret");
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(keptSecret(home, "auth.secret")).toBe(secret);
    expect(keptSecret(home, "other.secret")).not.toBe(secret);
    expect(readdirSync(home).sort()).toEqual(["auth.secret", "other.secret"]);
  });
});
