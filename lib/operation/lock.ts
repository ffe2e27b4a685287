/**
 * A lock that a killed holder lets go of by itself: the holder listens on a loopback port and answers with its
 * token. A process id in a file would not do: after a kill, in a container above all, another process has it.
 */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { dirname } from "node:path";

/** Held: let go with `release`. Otherwise `note` is what the holder left, such as its address. */
export type Lock = { held: true; release: () => void } | { held: false; note: string };

const ANSWER_LIMIT_MS = 2_000;

/** Tries to take the lock kept at `file`, leaving `note` for whoever comes second. */
export async function takeLock(file: string, note: string): Promise<Lock> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const token = randomBytes(16).toString("hex");
  const server = createServer((socket) => socket.on("error", () => {}).end(token)).unref();
  await new Promise<void>((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
  const mine = JSON.stringify({ port: (server.address() as AddressInfo).port, token, note });
  const draft = `${file}.${token}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      if (appeared(draft, file)) return { held: true, release: () => (release(file, mine), server.close()) };
      const found = read(file);
      const holder = found && (await answering(found));
      if (holder) return (server.close(), { held: false, note: holder.note });
      if (found) remove(file, found);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function appeared(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead holder's file; puts it back when another start was quicker and the file is already a living one's. */
function remove(file: string, dead: string): void {
  const aside = `${file}.${randomBytes(8).toString("hex")}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== dead) appeared(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function answering(found: string): Promise<{ note: string } | null> {
  let holder: { port: number; token: string; note: string };
  try {
    holder = JSON.parse(found);
  } catch {
    return Promise.resolve(null);
  }
  return new Promise((done) => {
    let answer = "";
    const socket = connect({ host: "127.0.0.1", port: holder.port });
    socket.setTimeout(ANSWER_LIMIT_MS, () => socket.destroy());
    socket.on("data", (part) => (answer += part)).on("error", () => {});
    socket.on("close", () => done(answer === holder.token ? holder : null));
  });
}
