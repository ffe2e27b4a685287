/**
 * Works on imports in a thread of its own, one after the other: reading and matching a hundred thousand figures must
 * not keep the pages waiting, and a file that a reader chokes on ends this thread and nothing else.
 */
import { parentPort, workerData } from "node:worker_threads";
import { withClient } from "../database/connection.ts";
import { readFileBytes } from "../kept-file/queries.ts";
import { work } from "../import/job/mutations.ts";
import { openRows } from "./import-rows.ts";

const { url } = workerData as { url: string };

// An error is nobody's to catch here: it ends the thread, and the application hears of it.
parentPort!.on("message", async (id: string) => {
  await withClient(url, (client) =>
    work(client, id, async (job) => openRows(job.kind, await readFileBytes(client, job.fileId), job.name)),
  );
  parentPort!.postMessage("done");
});
