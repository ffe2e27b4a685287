import { createHash } from "node:crypto";

/** Shorter statements are planned in no time; those the ORM writes differ with the length of their lists, and would pile up. */
const WORTH_KEEPING = 2_000;
const names = new Map<string, string>();

/**
 * A name for a long statement, under which a connection keeps its plan: planning the save of a block of values takes
 * longer than running it. Empty for all others, which are planned each time.
 */
export function statementName({ sql }: { sql: string }): string {
  if (sql.length < WORTH_KEEPING || !sql.trimStart().startsWith("WITH")) return "";
  const known = names.get(sql) ?? createHash("sha256").update(sql).digest("hex").slice(0, 32);
  names.set(sql, known);
  return known;
}
