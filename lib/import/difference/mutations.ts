import type { Sql } from "@/lib/database/sql";
import type { RowSource, SheetFacts } from "@/lib/import/cell/model";
import { compareCalculated } from "@/lib/import/comparison/mutations";
import type { Job } from "@/lib/import/job/queries";
import { emptySummary, type Summary } from "@/lib/import/model";
import { reporter } from "@/lib/import/progress/mutations";
import { cellReader } from "@/lib/import/reading/model";
import { recogniser } from "@/lib/import/recognition/model";
import { askQuestions } from "@/lib/import/question/mutations";
import {
  clearStaged,
  inBulk,
  refuseDuplicates,
  seenCells,
  stageCells,
  type StagedCell,
} from "@/lib/import/staging/mutations";
import { catalogueOf, type World } from "@/lib/import/world/model";
import { loadWorld } from "@/lib/import/world/queries";

/** Reads every figure of the file as planned and puts it beside what is stored: what the import would change, refuse and ask. */
export async function findDifference(sql: Sql, job: Job, source: RowSource): Promise<void> {
  const world = await loadWorld(sql, job.organisationId, job.reach);
  await clearStaged(sql, job.id);
  const { count, leftOut, hasDuplicates } = await stageFile(sql, job, source, world);
  if (hasDuplicates) await inBulk(sql, count, () => refuseDuplicates(sql, job.id));
  await compareCalculated(sql, job.id, world);
  await askQuestions(sql, job.id, world, count);
  const summary = { ...(await summarise(sql, job.id)), leftOut };
  await sql.query(
    `UPDATE "Import" SET state = 'previewed', summary = $2, definitions = $3, progress = 1000 WHERE id = $1 AND state = 'previewing'`,
    [job.id, JSON.stringify(summary), world.definitions],
  );
}

/** Cells staged in one statement: few enough for small memory, many enough for speed. */
const block = 4_000;

async function stageFile(
  sql: Sql,
  job: Job,
  source: RowSource,
  world: World,
): Promise<{ count: number; leftOut: number; hasDuplicates: boolean }> {
  const [plan, recognise, seen] = [job.plan!, recogniser(catalogueOf(world)), seenCells(world)];
  const report = reporter(sql, job.id);
  let [leftOut, position, hasDuplicates] = [0, 0, false];
  const waiting: StagedCell[] = [];
  // While the database takes one block, the next is read.
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const cells = waiting.splice(0);
    await writing;
    writing = stageCells(sql, job.id, cells, world).then(() => report(source.progress()));
    // It is awaited with the next block; until then its failure is nobody's surprise.
    writing.catch(() => {});
  };
  for (const sheet of plan.sheets.filter(({ isUsed }) => isUsed)) {
    const { merges, hiddenColumns } = job.look!.sheets[sheet.sheet]!;
    const facts: SheetFacts = { merges, hiddenColumns };
    const readRow = cellReader(sheet, plan, world, recognise, facts, (figures) => (leftOut += figures));
    const saysStatus = sheet.columns.some(({ role }) => role === "status");
    for await (const rows of source.rows(sheet.sheet)) {
      for (const row of rows) {
        for (const cell of readRow(row)) {
          hasDuplicates = (cell.refusal === null && seen.has(cell)) || hasDuplicates;
          waiting.push(Object.assign(cell, { position: position++, saysStatus }));
        }
      }
      if (waiting.length >= block) await flush();
    }
  }
  await flush();
  await writing;
  return { count: position, leftOut, hasDuplicates };
}

async function summarise(sql: Sql, id: string): Promise<Summary> {
  const { rows } = await sql.query<{
    outcome: keyof Summary & string;
    code: string;
    count: number;
    questioned: number;
  }>(
    `SELECT outcome, code, count(*)::int AS count, count(questions)::int AS questioned FROM "ImportCell" WHERE "importId" = $1 GROUP BY 1, 2 ORDER BY 3 DESC`,
    [id],
  );
  const summary: Summary = { ...emptySummary, refusals: {} };
  for (const { outcome, code, count, questioned } of rows) {
    summary.cells += count;
    summary.questioned += questioned;
    (summary as unknown as Record<string, number>)[outcome]! += count;
    if (outcome === "refused") summary.refusals[code] = count;
    if (outcome === "compared" && code === "differs") summary.differing += count;
  }
  return summary;
}
