/**
 * Works on imports in a thread of its own, one after the other: reading and matching a hundred thousand figures must
 * not keep the pages waiting, and a file that a reader chokes on ends this thread and nothing else.
 */
import { parentPort, workerData } from "node:worker_threads";
import pg from "pg";
import { readFileBytes } from "../kept-file/queries.ts";
import { work } from "../import/job/mutations.ts";
import { openRows } from "./import-rows.ts";

const { url } = workerData as { url: string };

/** One connection for as long as the thread lives: a new one knows no table yet, and meets every page of the server's memory anew. */
let kept: pg.Client | null = null;

/** The kept connection, unless its server went away since: then another. */
async function connected(): Promise<pg.Client> {
  const isAlive = await kept?.query("SELECT").then(
    () => true,
    () => false,
  );
  if (kept && isAlive) return kept;
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: "ledestjerne",
  });
  // Whoever asks next notices.
  client.on("error", () => {});
  await client.connect();
  return (kept = client);
}

// An error is nobody's to catch here: it ends the thread, and the application hears of it.
parentPort!.on("message", async (id: string) => {
  const client = await connected();
  await work(client, id, async (job) => openRows(job.kind, await readFileBytes(client, job.fileId), job.name));
  parentPort!.postMessage("done");
});
