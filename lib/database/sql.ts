import type { ClientBase } from "pg";

/** What a query needs of a connection. */
export type Sql = Pick<ClientBase, "query">;

/** Runs some work on a connection in a transaction of its own: all of it, or nothing when it throws. */
export async function inTransaction<Result>(sql: Sql, work: () => Promise<Result>): Promise<Result> {
  await sql.query("BEGIN");
  try {
    const result = await work();
    await sql.query("COMMIT");
    return result;
  } catch (error) {
    await sql.query("ROLLBACK");
    throw error;
  }
}
