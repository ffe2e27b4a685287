/** What a client of a load sends next, and whether the answer is what it asked for. */
import type { OutgoingHttpHeaders } from "node:http";
import { connection, exchange, type Answer } from "./exchange.ts";
import type { Client, LoadJob } from "./model.ts";

/** A client at work: each call is one request; says what was wrong with the answer, or null. */
export type Worker = () => Promise<{ bytes: number; error: string | null }>;

/** Puts a client of the job to work on a connection of its own. */
export function worker(job: LoadJob, client: Client): Worker {
  const agent = connection();
  const common = { cookie: client.cookie, "accept-encoding": job.gzip ? "gzip" : "identity" };
  let turn = 0;
  if (client.kind === "read") {
    return async () => {
      const answer = await exchange(agent, job.origin + client.paths[turn++ % client.paths.length]!, common);
      return { bytes: answer.bytes, error: answer.status === 200 ? null : `status ${answer.status}` };
    };
  }
  const { org, cell } = client;
  const headers: OutgoingHttpHeaders = {
    ...common,
    origin: job.origin,
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
  };
  return async () => {
    turn += 1;
    const { orgUnitId, kpiId, year, version, amount } = cell;
    const changed = {
      kpiId,
      seen: version,
      status: "reported",
      amount: String(amount + (turn % 100) + 1),
      scale: 0,
      men: null,
      women: null,
      basis: "",
      comment: "",
      source: "",
    };
    const answer = await exchange(
      agent,
      `${job.origin}/${org}/entry/values`,
      headers,
      JSON.stringify({ orgUnitId, year, cells: [changed] }),
    );
    const saved = savedVersion(answer);
    if (saved !== null) cell.version = saved;
    return {
      bytes: answer.bytes,
      error: saved === null ? `status ${answer.status}: ${answer.body.slice(0, 300)}` : null,
    };
  };
}

function savedVersion({ status, body }: Answer): number | null {
  const said = /"outcome":"saved","version":(\d+)/.exec(body);
  return status === 200 && said ? Number(said[1]) : null;
}
