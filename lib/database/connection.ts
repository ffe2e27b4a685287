/** Single connections, for what runs beside the application's pool: migrating, granting, probing. */
import pg from "pg";

/** Any number will do, so long as every version of the application uses the same. */
const SETUP_LOCK = 7_033_820_114;

/** Runs `job` on a connection of its own and closes it. */
export async function withClient<Result>(
  url: string,
  job: (client: pg.Client) => Promise<Result>,
  options: pg.ClientConfig = {},
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: "ledestjerne",
    ...options,
  });
  // A server that goes away in between: the query in flight fails with it, and that is enough.
  client.on("error", () => {});
  try {
    await client.connect();
    return await job(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** As withClient, but one start at a time: two instances started at once set a database up one after the other. */
export function withSetupLock<Result>(url: string, job: (client: pg.Client) => Promise<Result>): Promise<Result> {
  return withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [SETUP_LOCK]);
    return job(client);
  });
}

/** Where a database is, without its password: safe to print. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
