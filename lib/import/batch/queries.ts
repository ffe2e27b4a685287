import type { Sql } from "@/lib/database/sql";
import type { KeptLook } from "@/lib/import/look/model";
import type { ImportPlan, Summary } from "@/lib/import/model";

/** A line of the list of imports. */
export type ImportLine = {
  id: string;
  name: string;
  state: string;
  failure: string;
  by: string;
  at: string;
  settledAt: string | null;
  summary: Summary | null;
  progress: number;
};

/** One import with what its page shows. */
export type ImportView = ImportLine & {
  fileId: string;
  kind: string;
  size: string;
  sha256: string;
  createdBy: string;
  plan: ImportPlan | null;
  look: KeptLook | null;
};

/** Whose imports somebody sees: the own ones, when bound to org units; null: everybody's. */
export function ownOnly({ orgUnitIds, user }: { orgUnitIds: string[] | null; user: { id: string } }): string | null {
  return orgUnitIds === null ? null : user.id;
}

const LINE = `i.id, i.name, i.state, i.failure, coalesce(u.name, '') AS by, to_json(i."createdAt") #>> '{}' AS at, to_json(i."settledAt") #>> '{}' AS "settledAt", i.summary, i.progress`;

/** The organisation's latest imports, or one person's own. */
export async function listImports(
  sql: Sql,
  organisationId: string,
  createdBy: string | null,
  most = 30,
): Promise<ImportLine[]> {
  const { rows } = await sql.query(
    `SELECT ${LINE} FROM "Import" i LEFT JOIN "User" u ON u.id = i."createdBy" WHERE i."organisationId" = $1 AND ($2::uuid IS NULL OR i."createdBy" = $2) ORDER BY i."createdAt" DESC LIMIT $3`,
    [organisationId, createdBy, most],
  );
  return rows;
}

/** An import of the organisation, or null; somebody bound to org units sees the own ones only. */
export async function getImport(
  sql: Sql,
  organisationId: string,
  id: string,
  createdBy: string | null,
): Promise<ImportView | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const { rows } = await sql.query(
    `
    SELECT ${LINE}, i."fileId", i.kind, f.size::text, f.sha256, i."createdBy", CASE WHEN i.state IN ('mapping', 'previewed') THEN i.plan END AS plan, CASE WHEN i.state IN ('mapping', 'previewed') THEN i.look END AS look
    FROM "Import" i JOIN "KeptFile" f ON f.id = i."fileId" LEFT JOIN "User" u ON u.id = i."createdBy" WHERE i."organisationId" = $1 AND i.id = $2 AND ($3::uuid IS NULL OR i."createdBy" = $3)`,
    [organisationId, id, createdBy],
  );
  return rows[0] ?? null;
}
