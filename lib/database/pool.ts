import pg from "pg";

/**
 * All connections of this process: the ORM's, the session lookup's and the lock-out counter's together. The
 * readiness probe has one of its own, and the installation shall not take more than ten.
 */
const MOST_CONNECTIONS = 8;

const kept = globalThis as { databasePool?: pg.Pool };

/** The one pool to the database named by DATABASE_URL; nothing is connected before the first query. Kept across reloads in development. */
export function pool(): pg.Pool {
  return (kept.databasePool ??= open());
}

/** The address is read when a connection is made: the code is loaded while the embedded server is still starting. */
class Connection extends pg.Client {
  constructor(config: pg.ClientConfig) {
    super({ ...config, connectionString: process.env.DATABASE_URL });
  }
}

function open(): pg.Pool {
  const made = new pg.Pool({
    // Its type forgets that the pool hands its own options on.
    Client: Connection as unknown as new () => pg.ClientBase,
    max: MOST_CONNECTIONS,
    idleTimeoutMillis: 60_000,
    // Also the wait for a free connection: a page that waits in a crowd is slow, not broken. A lost server is noticed at once.
    connectionTimeoutMillis: 30_000,
    // No page needs a minute; a statement that does must not hold one of few connections for ever.
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "ledestjerne",
  });
  // A server that goes away ends idle connections; without a listener that would end this process too.
  made.on("error", () => {});
  return made;
}

/** Does work on one connection of the pool, which a transaction needs, and gives it back whatever happens. */
export async function withConnection<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool().connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
