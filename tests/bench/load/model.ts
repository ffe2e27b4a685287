/** What a load is and what it says, as it travels between the benchmark and the process that makes the load. */

/** A cell of an entry sheet to be saved again and again: what it says but the amount, and the version it has. */
export type SavedCell = { orgUnitId: string; kpiId: string; year: number; version: number; amount: number };

/** One keep-alive connection: pages it loads in turn, or a cell of an organisation that it saves. */
export type Client = { group: string; cookie: string; everyMs: number | null } & (
  { kind: "read"; paths: string[] } | { kind: "save"; org: string; cell: SavedCell }
);

/** Clients that all work at once, for so long. `everyMs` of a client null: as fast as it is answered. */
export type LoadJob = { origin: string; seconds: number; gzip: boolean; clients: Client[] };

/** What a group of clients was answered. Times in milliseconds, until the last byte; an error is anything but what was asked for. */
export type Answered = {
  requests: number;
  errors: number;
  firstError: string | null;
  bytes: number;
  perSecond: number;
  mean: number;
  p50: number;
  p95: number;
  p99: number;
};

/** Answers by the clients' group. */
export type LoadResult = Record<string, Answered>;

/** The smallest of the sorted values that so large a share of them does not exceed; 0 without any. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
