import type { ClientBase, Pool } from "pg";
import type { ChainLink } from "./model";

const PAGE = 5_000;

/**
 * The links of one chain from its first, read page by page, so that a chain of any length passes through the same
 * memory. `organisationId` null: the installation's own chain (sign-ins). The text is made as `audit_entry_hash` makes it.
 */
export async function* chainLinks(
  database: Pool | ClientBase,
  organisationId: string | null,
): AsyncGenerator<ChainLink, void> {
  const chain = organisationId === null ? `"organisationId" IS NULL` : `"organisationId" = $2`;
  for (let after = "0"; ;) {
    const { rows } = await database.query<ChainLink & { sequence: string }>(
      `SELECT sequence::text, hash, jsonb_build_array(
          "organisationId", sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          "actorId", door, action, subject, detail, "previousHash")::text AS content
        FROM "AuditEntry" WHERE ${chain} AND sequence > $1 ORDER BY "AuditEntry".sequence LIMIT ${PAGE}`,
      organisationId === null ? [after] : [after, organisationId],
    );
    for (const { content, hash } of rows) yield { content, hash };
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.sequence;
  }
}

/** The organisations that have a chain; null stands for the installation's. */
export async function chainOwners(database: ClientBase): Promise<(string | null)[]> {
  const { rows } = await database.query<{ organisationId: string | null }>(
    `SELECT id AS "organisationId" FROM "Organisation" UNION ALL SELECT NULL ORDER BY 1 NULLS LAST`,
  );
  return rows.map(({ organisationId }) => organisationId);
}
