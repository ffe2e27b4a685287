import { Refusal } from "@/lib/access/refusal";
import type { Sql } from "@/lib/database/sql";
import type { RowSource } from "@/lib/import/cell/model";
import { findDifference } from "@/lib/import/difference/mutations";
import { readJob, type Job } from "@/lib/import/job/queries";
import { lookThrough } from "@/lib/import/look/mutations";
import { replayed } from "@/lib/import/replay/model";
import { undoImport } from "@/lib/import/undoing/mutations";
import { writeImport } from "@/lib/import/writing/mutations";

/** Works on an import until it waits for a person or is done. `open` opens its file, once. Refusals of the file are kept with it; anything else is thrown. */
export async function work(
  sql: Sql,
  id: string,
  open: (job: Job) => Promise<RowSource>,
  actorId: string | null = null,
): Promise<void> {
  let source: RowSource | null = null;
  try {
    for (let job = await readJob(sql, id); job; job = await readJob(sql, id)) {
      const { organisationId, door, state, settledBy, createdBy } = job;
      const writing = { importId: id, organisationId, actorId: settledBy ?? actorId ?? createdBy, door };
      try {
        if (state === "importing") await writeImport(sql, writing);
        else if (state === "undoing") await undoImport(sql, writing);
        else {
          source ??= replayed(await open(job));
          await (state === "looking" ? lookThrough : findDifference)(sql, job, source);
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.code === "import.elsewhere") return;
        await settleRefusal(sql, job, error.code);
      }
    }
  } finally {
    source?.close();
  }
}

/** After a change in between the difference is worked out anew and shown again; an undo that cannot be is an import still. */
async function settleRefusal(sql: Sql, { id, state }: Job, code: string): Promise<void> {
  const next = code === "import.changedSince" ? "previewing" : state === "undoing" ? "imported" : "failed";
  await sql.query(`UPDATE "Import" SET state = $2, failure = $3, progress = 0 WHERE id = $1 AND state = $4`, [
    id,
    next,
    code,
    state,
  ]);
}
