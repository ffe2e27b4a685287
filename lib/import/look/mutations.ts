import type { Sql } from "@/lib/database/sql";
import type { RowSource } from "@/lib/import/cell/model";
import { figureTexts, isComplete } from "@/lib/import/job/model";
import type { Job } from "@/lib/import/job/queries";
import { keptLook } from "@/lib/import/look/model";
import { suggestPlan } from "@/lib/import/mapping/model";
import type { ImportPlan } from "@/lib/import/model";
import { reporter } from "@/lib/import/progress/mutations";
import { recogniser } from "@/lib/import/recognition/model";
import { looker, type SheetLook } from "@/lib/import/table/model";
import { notationOf } from "@/lib/import/text/model";
import { catalogueOf, childrenIn, soleOrgUnit } from "@/lib/import/world/model";
import { loadWorld } from "@/lib/import/world/queries";

/** Looks through the file once: its sheets, headings and labels, and how to read them. With nothing open it goes on to the preview. */
export async function lookThrough(sql: Sql, job: Job, source: RowSource): Promise<void> {
  const world = await loadWorld(sql, job.organisationId, job.reach);
  const report = reporter(sql, job.id);
  const looks: SheetLook[] = [];
  for (const [at, sheet] of source.sheets.entries()) {
    const { look, take } = looker(sheet.name, sheet.isHidden);
    for await (const rows of source.rows(at, look)) {
      take(rows);
      await report((at + source.progress()) / source.sheets.length);
    }
    looks.push(look);
  }
  const remembered = await lastPlan(sql, job);
  const suggested = suggestPlan(
    { fileName: job.name, sheets: looks, catalogue: catalogueOf(world), orgUnit: soleOrgUnit(world) },
    remembered,
  );
  const told = isTidy(suggested.sheets[0]?.columns.map(({ head }) => head) ?? [])
    ? "en"
    : (notationOf(figureTexts(suggested.sheets, looks)) ?? remembered?.notation ?? null);
  const plan: ImportPlan = { ...suggested, notation: told ?? job.locale };
  const isDone =
    job.door === "import" && isComplete(plan, looks, recogniser(catalogueOf(world)), told !== null, childrenIn(world));
  await sql.query(
    `UPDATE "Import" SET state = $2, look = $3, plan = $4, progress = 0 WHERE id = $1 AND state = 'looking'`,
    [job.id, isDone ? "previewing" : "mapping", JSON.stringify(keptLook(looks)), JSON.stringify(plan)],
  );
}

/** How the last import of the same source was read; null when there was none. */
async function lastPlan(sql: Sql, { organisationId, source, id }: Job): Promise<ImportPlan | null> {
  const before = await sql.query(
    `SELECT plan FROM "Import" WHERE "organisationId" = $1 AND source = $2 AND source <> '' AND state IN ('imported', 'undone') AND id <> $3 ORDER BY "settledAt" DESC LIMIT 1`,
    [organisationId, source, id],
  );
  return before.rows[0]?.plan ?? null;
}

/** Our own CSV for statistics programs writes figures with a full stop, whatever the language; the one for spreadsheets tells by itself. */
function isTidy(heads: string[]): boolean {
  return ["kpi", "year", "status", "value", "men", "women", "unit"].every((head) => heads.includes(head));
}
