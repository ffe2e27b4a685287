/** The state of this installation, for load balancers and monitoring. */
import { placeOf, withClient } from "../database/connection.ts";
import { MigrationMismatch, missingMigrations } from "../database/migrate.ts";
import { log } from "./log.ts";

/** What `GET /healthz` answers: ready, or which part is not. */
export type Health = {
  ready: boolean;
  database: "up" | "down";
  migrations: "applied" | "missing" | "mismatch" | "unknown";
};

const ANSWER_LIMIT_MS = 2_000;
const DOWN: Health = { ready: false, database: "down", migrations: "unknown" };

let running: Promise<Health> | null = null;

/**
 * Asks the database on a connection of its own, so that a busy pool does not look like a lost database. Anybody may
 * ask: however many do, one question is under way at a time.
 */
export function health(url = process.env.DATABASE_URL): Promise<Health> {
  return (running ??= ask(url).finally(() => (running = null)));
}

async function ask(url: string | undefined): Promise<Health> {
  if (!url) return DOWN;
  try {
    const lacks = await withClient(url, (client) => missingMigrations(client), {
      connectionTimeoutMillis: ANSWER_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
    });
    return { ready: lacks.length === 0, database: "up", migrations: lacks.length ? "missing" : "applied" };
  } catch (error) {
    if (error instanceof MigrationMismatch) return { ready: false, database: "up", migrations: "mismatch" };
    log.warn(
      { database: placeOf(url), code: (error as NodeJS.ErrnoException).code },
      "health: the database does not answer",
    );
    return DOWN;
  }
}
