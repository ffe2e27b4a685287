import type { Sql } from "@/lib/database/sql";
import type { KeptLook } from "@/lib/import/look/model";
import type { ImportPlan, WorkingState } from "@/lib/import/model";
import type { Locale } from "@/lib/language/model";

/** An import as the work on it sees it. */
export type Job = {
  id: string;
  organisationId: string;
  fileId: string;
  name: string;
  kind: string;
  source: string;
  state: WorkingState;
  door: "import" | "command";
  locale: Locale;
  plan: ImportPlan | null;
  look: KeptLook | null;
  reach: string[] | null;
  createdBy: string;
  settledBy: string | null;
};

/** Reads an import that is being worked on, or null when it is not any more. */
export async function readJob(sql: Sql, id: string): Promise<Job | null> {
  const { rows } = await sql.query(
    `SELECT id, "organisationId", "fileId", name, kind, source, state, door, locale, plan, look, reach, "createdBy", "settledBy" FROM "Import" WHERE id = $1 AND state IN ('looking', 'previewing', 'importing', 'undoing')`,
    [id],
  );
  return rows[0] ?? null;
}
