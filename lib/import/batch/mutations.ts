import { inTransaction, type Sql } from "@/lib/database/sql";
import { keepFile } from "@/lib/kept-file/mutations";
import { sourceOf } from "@/lib/import/file/model";
import { clearStaged } from "@/lib/import/staging/mutations";
import type { ImportPlan } from "@/lib/import/model";
import type { Locale } from "@/lib/language/model";

/** A file somebody brings, and how they came. */
export type Brought = {
  organisationId: string;
  actorId: string;
  door: "import" | "command";
  locale: Locale;
  reach: string[] | null;
  name: string;
  kind: "xlsx" | "csv";
  size: number;
  sha256: string;
};

/** Keeps a file and begins its import, in one transaction with its link in the audit trail. Returns the import's id. */
export async function beginImport(
  sql: Sql,
  brought: Brought,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string> {
  const { organisationId, actorId, door, locale, reach, name, kind, sha256 } = brought;
  return inTransaction(sql, async () => {
    const fileId = await keepFile(sql, brought, pieces);
    const { rows } = await sql.query(
      `INSERT INTO "Import" ("organisationId", "fileId", name, kind, source, door, locale, reach, "createdBy", "leaseUntil") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${leaseOf(door === "command")}) RETURNING id`,
      [organisationId, fileId, name, kind, sourceOf(name), door, locale, reach && JSON.stringify(reach), actorId],
    );
    await sql.query(
      `INSERT INTO "AuditEntry" ("organisationId", "actorId", door, action, subject, detail) VALUES ($1, $2, $3, 'import.begin', $4, jsonb_build_object('file', $5::text))`,
      [organisationId, actorId, door, rows[0].id, sha256],
    );
    return rows[0].id;
  });
}

/** How long a process is believed alive after it last said so. */
const LEASE = "interval '15 seconds'";

/** SQL: until when an import is its own process's; without one it is whoever's takes it first. */
function leaseOf(isOwn: boolean): string {
  return isOwn ? `now() + ${LEASE}` : "NULL";
}

/** Moves an import on from one of the states `from`; false when it was in none of them, and nothing is changed. `isOwn`: the process that moves it on works on it itself. */
async function moveOn(
  sql: Sql,
  organisationId: string,
  id: string,
  from: string[],
  to: string,
  set = "",
  values: unknown[] = [],
  isOwn = false,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE "Import" SET state = $4, progress = 0, "leaseUntil" = ${leaseOf(isOwn)}${set} WHERE id = $1 AND "organisationId" = $2 AND state = ANY($3::"ImportState"[])`,
    [id, organisationId, from, to, ...values],
  );
  return rowCount === 1;
}

/** Keeps how the file is to be read and has the difference worked out; `isOwn`: by this process. */
export function planImport(
  sql: Sql,
  organisationId: string,
  id: string,
  plan: ImportPlan,
  isOwn = false,
): Promise<boolean> {
  const set = `, plan = $5, failure = ''`;
  return moveOn(sql, organisationId, id, ["mapping", "previewed"], "previewing", set, [JSON.stringify(plan)], isOwn);
}

/** Keeps a plan without working on it, and the code of why: something is missing yet, or was found anew and is to be looked at. */
export function keepPlan(
  sql: Sql,
  organisationId: string,
  id: string,
  plan: ImportPlan,
  why: "import.incomplete" | "import.foundAnew",
): Promise<boolean> {
  const values = [JSON.stringify(plan), why];
  return moveOn(sql, organisationId, id, ["mapping", "previewed"], "mapping", `, plan = $5, failure = $6`, values);
}

/** Has the figures of a previewed import written; false also when a figure belongs to an org unit the person does not enter for (any more). `reach` null: every org unit. `isOwn`: by this process. */
export async function startImport(
  sql: Sql,
  organisationId: string,
  id: string,
  actorId: string,
  reach: string[] | null,
  isOwn = false,
): Promise<boolean> {
  if (await reachesBeyond(sql, id, reach)) return false;
  const set = `, failure = '', "settledBy" = $5, "settledAt" = now()`;
  return moveOn(sql, organisationId, id, ["previewed"], "importing", set, [actorId], isOwn);
}

/** Has an import taken back; false also when a figure belongs to an org unit the person does not enter for (any more). `reach` null: every org unit. */
export async function startUndo(
  sql: Sql,
  organisationId: string,
  id: string,
  actorId: string,
  reach: string[] | null,
): Promise<boolean> {
  if (await reachesBeyond(sql, id, reach)) return false;
  return moveOn(
    sql,
    organisationId,
    id,
    ["imported"],
    "undoing",
    `, failure = '', "settledBy" = $5, "settledAt" = now()`,
    [actorId],
  );
}

async function reachesBeyond(sql: Sql, id: string, reach: string[] | null): Promise<boolean> {
  if (reach === null) return false;
  const { rowCount } = await sql.query(
    `SELECT FROM "ImportCell" WHERE "importId" = $1 AND outcome IN ('added', 'changed') AND NOT "orgUnitId" = ANY($2::uuid[]) LIMIT 1`,
    [id, reach],
  );
  return rowCount !== 0;
}

/** Goes back to the mapping. */
export function reopenMapping(sql: Sql, organisationId: string, id: string): Promise<boolean> {
  return moveOn(sql, organisationId, id, ["previewed"], "mapping");
}

/** Gives an import up, unless it is written already: a write under way is waited for, and then it is too late. What was read of its file is thrown away. */
export async function cancelImport(sql: Sql, organisationId: string, id: string): Promise<boolean> {
  const from = ["looking", "mapping", "previewing", "previewed", "importing"];
  if (!(await moveOn(sql, organisationId, id, from, "cancelled"))) return false;
  await clearStaged(sql, id);
  return true;
}

/** Takes on the oldest import that waits for work and that no living process has, or null; also what a command that was killed left behind. Two processes never take the same. */
export async function claimImport(sql: Sql): Promise<string | null> {
  const { rows } = await sql.query(`
    UPDATE "Import" SET "leaseUntil" = now() + ${LEASE} WHERE id = (
      SELECT id FROM "Import" WHERE state IN ('looking', 'previewing', 'importing', 'undoing') AND coalesce("leaseUntil" < now(), true) ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`);
  return rows[0]?.id ?? null;
}

/** Says that the process working on it is alive. */
export async function renewLease(sql: Sql, id: string): Promise<void> {
  await sql.query(
    `UPDATE "Import" SET "leaseUntil" = now() + ${LEASE} WHERE id = (SELECT id FROM "Import" WHERE id = $1 FOR UPDATE SKIP LOCKED)`,
    [id],
  );
}

/** Ends the work on an import that broke for a reason of ours. What was to be written is a preview still, and what was to be taken back an import, so that either can be tried again. */
export async function failImport(sql: Sql, id: string): Promise<void> {
  await sql.query(
    `UPDATE "Import" SET state = (CASE state WHEN 'importing' THEN 'previewed' WHEN 'undoing' THEN 'imported' ELSE 'failed' END)::"ImportState", failure = 'import.broke', progress = 0, "leaseUntil" = NULL
    WHERE id = $1 AND state IN ('looking', 'previewing', 'importing', 'undoing')`,
    [id],
  );
}
