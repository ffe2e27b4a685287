import { Refusal } from "@/lib/access/refusal";
import type { Sql } from "@/lib/database/sql";

/** How often progress is written down: as often as a page asks for it. */
const everyMs = 400;

/**
 * Writes down how far the work on an import has come, 0 to 1, now and then. Throws `import.elsewhere` when somebody
 * has given the import up meanwhile: whichever process works on it stops.
 */
export function reporter(sql: Sql, id: string): (done: number) => Promise<void> {
  let last = performance.now();
  return async (done) => {
    if (performance.now() - last < everyMs) return;
    last = performance.now();
    const { rowCount } = await sql.query(
      `UPDATE "Import" SET progress = $2 WHERE id = $1 AND state IN ('looking', 'previewing')`,
      [id, Math.round(Math.min(1, Math.max(0, done)) * 1000)],
    );
    if (!rowCount) throw new Refusal("import.elsewhere");
  };
}
