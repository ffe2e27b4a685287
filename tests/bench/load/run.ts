/** Loads, made by a process of their own so that they share no event loop with anything that is measured. */
import { join } from "node:path";
import { runNode } from "../../../lib/operation/child.ts";
import { processorBelow } from "../processes.ts";
import type { Answered, Client, LoadJob, LoadResult } from "./model.ts";

/** Runs a load and waits for what it says. Throws when its process ends without. */
export function runLoad(job: LoadJob): Promise<LoadResult> {
  const child = runNode([join(import.meta.dirname, "process.ts")], { nodeArgs: ["--import", "tsx"] });
  return new Promise((done, fail) => {
    child.once("message", (result) => done(result as LoadResult));
    child.once("exit", (code) => fail(new Error(`The load ended without a result (exit code ${code}).`)));
    child.send(job);
  });
}

/** Answers, and milliseconds of processor each took the server and all below it; null where the platform does not tell. */
export type Throttled = Answered & { processor: number | null };

/** So many connections at full throttle on one path, after a short warm-up on one of them. */
export async function throttle(
  served: { origin: string; pid: number },
  path: string,
  cookies: readonly string[],
  connections: number,
  seconds: number,
  gzip = false,
): Promise<Throttled> {
  const job = (count: number, lasting: number): LoadJob => ({
    origin: served.origin,
    seconds: lasting,
    gzip,
    clients: Array.from({ length: count }, (_, at): Client => ({
      kind: "read",
      group: "all",
      cookie: cookies[at % cookies.length]!,
      everyMs: null,
      paths: [path],
    })),
  });
  await runLoad(job(1, Math.min(1, seconds / 4)));
  const before = processorBelow(served.pid);
  const { all } = await runLoad(job(connections, seconds));
  const after = processorBelow(served.pid);
  return { ...all!, processor: before === null || after === null ? null : (after - before) / all!.requests };
}
