/**
 * Works on one import in a thread of its own: reading and matching a hundred thousand figures must not keep the pages
 * waiting, and a file that a reader chokes on ends this thread and nothing else.
 */
import { workerData } from "node:worker_threads";
import { withClient } from "../database/connection.ts";
import { readFileBytes } from "../kept-file/queries.ts";
import { work } from "../import/job/mutations.ts";
import { openRows } from "./import-rows.ts";

const { id, url } = workerData as { id: string; url: string };

await withClient(url, async (client) => {
  await work(client, id, async (job) => {
    const { rows } = await client.query(`SELECT kind FROM "Import" WHERE id = $1`, [id]);
    return openRows(rows[0].kind, await readFileBytes(client, job.fileId), job.name);
  });
});
