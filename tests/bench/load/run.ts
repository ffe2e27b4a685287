/** Loads, made by a process of their own so that they share no event loop with anything that is measured. */
import { join } from "node:path";
import { runNode } from "../../../lib/operation/child.ts";
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

/** So many connections at full throttle on one path, after a short warm-up on one of them. */
export async function throttle(origin: string, path: string, cookies: readonly string[], connections: number, seconds: number, gzip = false): Promise<Answered> {
  const client = (at: number): Client => ({ kind: "read", group: "all", cookie: cookies[at % cookies.length]!, everyMs: null, paths: [path] });
  await runLoad({ origin, seconds: Math.min(1, seconds / 4), gzip, clients: [client(0)] });
  const result = await runLoad({ origin, seconds, gzip, clients: Array.from({ length: connections }, (_, at) => client(at)) });
  return result.all!;
}
