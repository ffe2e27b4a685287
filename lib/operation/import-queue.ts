/** The queue of imports of this process: one at a time, each in a thread, taken from the database and kept by a lease. */
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { pool } from "@/lib/database/pool";
import { claimImport, failImport, renewLease } from "@/lib/import/batch/mutations";
import { log } from "@/lib/operation/log";

/** Memory a file may take to read, in MB; beyond it the thread ends, not the application. */
const MOST_MEMORY = 200;
const RENEW_MS = 5_000;

// Pages and actions are bundled apart; what they share hangs on the process.
const kept = globalThis as { importQueue?: { isRunning: boolean; current: { id: string; worker: Worker } | null } };
const queue = (kept.importQueue ??= { isRunning: false, current: null });

/** Works off whatever waits, in the background; also what a process that was killed left behind. Does nothing while it is at it. */
export function workOffImports(): void {
  if (queue.isRunning) return;
  queue.isRunning = true;
  void workOff().finally(() => (queue.isRunning = false));
}

async function workOff(): Promise<void> {
  try {
    for (let id = await claimImport(pool()); id; id = await claimImport(pool())) {
      const failure = await inThread(id);
      if (!failure) continue;
      log.error(
        {
          import: id,
          error: failure.name,
          code: (failure as { code?: unknown }).code,
          place: failure.stack?.split("\n").slice(1, 4),
        },
        "an import broke",
      );
      await failImport(pool(), id);
    }
  } catch (error) {
    // The database is away: the import waits, and the next visit takes it up.
    log.warn({ code: (error as { code?: unknown }).code }, "imports wait for the database");
  }
}

/** Runs one import to where it waits for a person; the error that ended it, or null. */
async function inThread(id: string): Promise<Error | null> {
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  // From the sources, through the same loader as the commands: a thread is no part of the built pages.
  const worker = new Worker(join(process.cwd(), "lib/operation/import-thread.mjs"), {
    workerData: { id, url: process.env.DATABASE_URL },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: 64 },
  });
  queue.current = { id, worker };
  const beat = setInterval(() => void renewLease(pool(), id).catch(() => {}), RENEW_MS);
  try {
    return await new Promise((done) => {
      worker.once("error", done);
      worker.once("exit", () => done(null));
    });
  } finally {
    clearInterval(beat);
    queue.current = null;
  }
}

/** Ends the thread that works on the import, if it is ours: an open transaction is rolled back by the database. */
export async function stopImport(id: string): Promise<void> {
  if (queue.current?.id === id) await queue.current.worker.terminate();
}
