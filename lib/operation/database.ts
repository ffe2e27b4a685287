/** The database a start serves from: the embedded one, or a server of somebody else's by DATABASE_URL. */
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { placeOf, withClient } from "../database/connection.ts";
import { startEmbedded } from "../database/embedded.ts";

/** An open database: its owner's address, where the embedded server notes its process (null: not ours to end), its unexpected end, and how to close it. */
export type OpenDatabase = { url: string; pidFile: string | null; lost: Promise<string>; close: () => Promise<void> };

const REACH_LIMIT_MS = 15_000;
/** Restarts of an embedded server that keeps dying, before the start gives up. */
const MOST_RESTARTS = 5;

/** Opens the embedded database in `home`. A server that is killed is started again at the same port; `lost` says when that fails. */
export async function openEmbedded(home: string, warn: (line: string) => void): Promise<OpenDatabase> {
  let server = await startEmbedded(home);
  let closing = false;
  const { url, port } = server;
  const lost = keep();
  return { url, pidFile: join(home, "postgres", "postmaster.pid"), lost, close };

  async function keep(): Promise<string> {
    for (let restarts = 0; restarts < MOST_RESTARTS; restarts += 1) {
      await server.gone;
      if (closing) return new Promise(() => {});
      warn("The embedded PostgreSQL ended unexpectedly; starting it again.");
      try {
        server = await startEmbedded(home, port);
      } catch (error) {
        return (error as Error).message;
      }
      if (closing) await server.stop();
    }
    await server.gone;
    return closing ? new Promise(() => {}) : "The embedded PostgreSQL ended unexpectedly once too often.";
  }

  async function close(): Promise<void> {
    closing = true;
    await server.stop();
  }
}

/** Opens the server at `url`, waiting a little for one that is still starting. Throws in words, without the password, when it cannot be reached. */
export async function openExternal(url: string): Promise<OpenDatabase> {
  const deadline = Date.now() + REACH_LIMIT_MS;
  for (;;) {
    const error = await withClient(url, (client) => client.query("SELECT")).then(
      () => null,
      (reason: NodeJS.ErrnoException) => reason,
    );
    if (!error) return { url, pidFile: null, lost: new Promise(() => {}), close: async () => {} };
    if (!isStarting(error) || Date.now() > deadline)
      throw new Error(`The database at ${placeOf(url)} (DATABASE_URL) cannot be used: ${error.message || error.code}.`);
    await wait(250);
  }
}

/** Nobody listens yet, or PostgreSQL says that it is starting up. */
function isStarting(error: NodeJS.ErrnoException): boolean {
  return error.code === "ECONNREFUSED" || error.code === "57P03";
}
