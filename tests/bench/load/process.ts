/** The process that makes a load: it does the one job it is sent, answers, and ends. */
import { setTimeout as wait } from "node:timers/promises";
import { worker } from "./client.ts";
import { percentile, type Answered, type Client, type LoadJob, type LoadResult } from "./model.ts";

type Tally = { times: number[]; errors: number; firstError: string | null; bytes: number };

process.once("message", async (job: LoadJob) => {
  const result = await load(job);
  process.send!(result, () => process.exit(0));
});

async function load(job: LoadJob): Promise<LoadResult> {
  const tallies = new Map<string, Tally>(
    job.clients.map(({ group }) => [group, { times: [], errors: 0, firstError: null, bytes: 0 }]),
  );
  const begin = performance.now();
  await Promise.all(
    job.clients.map((client, at) =>
      work(job, client, tallies.get(client.group)!, begin, (client.everyMs ?? 0) * (at / job.clients.length)),
    ),
  );
  const seconds = (performance.now() - begin) / 1000;
  return Object.fromEntries([...tallies].map(([group, tally]) => [group, answered(tally, seconds)]));
}

/** Works until the job's time is over. Those that pause between requests begin evenly spread. */
async function work(job: LoadJob, client: Client, tally: Tally, begin: number, delay: number): Promise<void> {
  const next = worker(job, client);
  for (let turn = 0; ; turn += 1) {
    if (client.everyMs !== null) await wait(Math.max(0, begin + delay + turn * client.everyMs - performance.now()));
    const from = performance.now();
    if (from - begin >= job.seconds * 1000) return;
    const { bytes, error } = await next().catch((reason: Error) => ({ bytes: 0, error: reason.message }));
    tally.times.push(performance.now() - from);
    tally.bytes += bytes;
    if (error === null) continue;
    tally.errors += 1;
    tally.firstError ??= error;
    // A refusal is quick: without a rest it would be asked for ten thousand times.
    await wait(50);
  }
}

function answered({ times, errors, firstError, bytes }: Tally, seconds: number): Answered {
  const sorted = times.sort((a, b) => a - b);
  const requests = sorted.length;
  const mean = requests ? sorted.reduce((sum, time) => sum + time, 0) / requests : 0;
  return {
    requests,
    errors,
    firstError,
    mean,
    perSecond: (requests - errors) / seconds,
    bytes: requests ? bytes / requests : 0,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
  };
}
