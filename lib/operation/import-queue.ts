/** The queue of imports of this process: one at a time, each in a thread, taken from the database and kept by a lease. */
import { once } from "node:events";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { pool } from "@/lib/database/pool";
import { claimImport, failImport, renewLease } from "@/lib/import/batch/mutations";
import { log } from "@/lib/operation/log";

/** Memory a file may take to read, in MB; beyond it the thread ends, not the application. */
const MOST_MEMORY = 200;
const RENEW_MS = 5_000;
/** How long a thread waits for the next import: starting one takes as long as reading fifty thousand figures. */
const IDLE_MS = 120_000;

/** `isWanted`: somebody asked since the queue was last looked at; the one it then found to be empty may not be so any more. */
type Queue = {
  isRunning: boolean;
  isWanted: boolean;
  thread: Worker | null;
  current: string | null;
  idle: NodeJS.Timeout | null;
};

// Pages and actions are bundled apart; what they share hangs on the process.
const kept = globalThis as { importQueue?: Queue };
const queue = (kept.importQueue ??= {
  isRunning: false,
  isWanted: false,
  thread: null,
  current: null,
  idle: null,
});

/** Starts the thread before it is needed: whoever looks at the page is about to bring a file. */
export function warmImports(): void {
  if (!queue.current) restWhenIdle(thread());
}

/** Works off whatever waits, in the background; also what a process that was killed left behind. Asked while it is at it, it looks once more at the end. */
export function workOffImports(): void {
  queue.isWanted = true;
  if (queue.isRunning) return;
  queue.isRunning = true;
  void workOff();
}

async function workOff(): Promise<void> {
  try {
    while (queue.isWanted) {
      queue.isWanted = false;
      for (let id = await claimImport(pool()); id; id = await claimImport(pool())) await workOn(id);
    }
  } catch (error) {
    // The database is away: the import waits, and the next visit takes it up.
    log.warn({ code: (error as { code?: unknown }).code }, "imports wait for the database");
  } finally {
    queue.isRunning = false;
  }
}

async function workOn(id: string): Promise<void> {
  const failure = await inThread(id);
  if (!failure) return;
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

/** Runs one import to where it waits for a person; the error that ended its thread, or null. */
async function inThread(id: string): Promise<Error | null> {
  const worker = thread();
  if (queue.idle) clearTimeout(queue.idle);
  queue.current = id;
  const beat = setInterval(() => void renewLease(pool(), id).catch(() => {}), RENEW_MS);
  const heard = new AbortController();
  const { signal } = heard;
  try {
    worker.postMessage(id);
    return await Promise.race([
      once(worker, "message", { signal }).then(() => null),
      once(worker, "exit", { signal }).then(() => null),
    ]).catch((error: Error) => error);
  } finally {
    heard.abort();
    clearInterval(beat);
    queue.current = null;
    if (queue.thread === worker) restWhenIdle(worker);
  }
}

/** The thread that works, or a new one. */
function thread(): Worker {
  if (queue.thread) return queue.thread;
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  // From the sources, through the same loader as the commands: a thread is no part of the built pages.
  const worker = new Worker(join(process.cwd(), "lib/operation/import-thread.mjs"), {
    workerData: { url: process.env.DATABASE_URL },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: 64 },
  });
  // An error is told to whoever waits for the thread; without a listener it would end the application.
  worker.on("error", () => {});
  worker.once("exit", () => {
    if (queue.thread === worker) queue.thread = null;
  });
  worker.unref();
  return (queue.thread = worker);
}

function restWhenIdle(worker: Worker): void {
  if (queue.idle) clearTimeout(queue.idle);
  queue.idle = setTimeout(() => {
    if (queue.current) return;
    // It takes a moment to end: whoever comes in it is not given to a thread that does not listen any more.
    if (queue.thread === worker) queue.thread = null;
    void worker.terminate();
  }, IDLE_MS).unref();
}

/** Ends the thread that works on the import, if it is ours: an open transaction is rolled back by the database. */
export async function stopImport(id: string): Promise<void> {
  if (queue.current !== id || !queue.thread) return;
  const worker = queue.thread;
  queue.thread = null;
  await worker.terminate();
}
