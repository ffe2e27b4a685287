import { Refusal } from "@/lib/access/refusal";
import type { RowSource, SheetFacts } from "@/lib/import/cell/model";
import { compareCalculated } from "@/lib/import/comparison/mutations";
import { figureTexts, isComplete } from "@/lib/import/job/model";
import { keptLook, type KeptLook } from "@/lib/import/look/model";
import { suggestPlan } from "@/lib/import/mapping/model";
import { emptySummary, type ImportPlan, type Summary, type WorkingState } from "@/lib/import/model";
import { cellReader } from "@/lib/import/reading/model";
import { recogniser } from "@/lib/import/recognition/model";
import { clearStaged, refuseDuplicates, seenCells, stageCells, type StagedCell } from "@/lib/import/staging/mutations";
import { looker, type SheetLook } from "@/lib/import/table/model";
import { notationOf } from "@/lib/import/text/model";
import { catalogueOf, childrenIn, soleOrgUnit, type World } from "@/lib/import/world/model";
import { loadWorld, type Sql } from "@/lib/import/world/queries";
import { undoImport, writeImport } from "@/lib/import/writing/mutations";
import type { Locale } from "@/lib/language/model";

/** An import as the work on it sees it. */
export type Job = {
  id: string;
  organisationId: string;
  fileId: string;
  name: string;
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
    `SELECT id, "organisationId", "fileId", name, source, state, door, locale, plan, look, reach, "createdBy", "settledBy" FROM "Import" WHERE id = $1 AND state IN ('looking', 'previewing', 'importing', 'undoing')`,
    [id],
  );
  return rows[0] ?? null;
}

/** Works on an import until it waits for a person or is done. `open` opens its file. Refusals of the file are kept with it; anything else is thrown. */
export async function work(
  sql: Sql,
  id: string,
  open: (job: Job) => Promise<RowSource>,
  actorId: string | null = null,
): Promise<void> {
  for (let job = await readJob(sql, id); job; job = await readJob(sql, id)) {
    const writing = {
      importId: id,
      organisationId: job.organisationId,
      actorId: job.settledBy ?? actorId ?? job.createdBy,
      door: job.door,
    };
    try {
      if (job.state === "looking") await look(sql, job, await open(job));
      else if (job.state === "previewing") await preview(sql, job, await open(job));
      else if (job.state === "importing") await writeImport(sql, writing);
      else await undoImport(sql, writing);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === "import.elsewhere") return;
      await settleRefusal(sql, job, error.code);
    }
  }
}

/** After a change in between the difference is worked out anew and shown again; an undo that cannot be is an import still. */
async function settleRefusal(sql: Sql, { id, state }: Job, code: string): Promise<void> {
  const next = code === "import.changedSince" ? "previewing" : state === "undoing" ? "imported" : "failed";
  await sql.query(`UPDATE "Import" SET state = $2, failure = $3, progress = 0 WHERE id = $1 AND state = $4`, [
    id,
    next,
    code,
    state,
  ]);
}

/** Looks through the file once: its sheets, headings and labels, and how to read them. With nothing open it goes on to the preview. */
async function look(sql: Sql, job: Job, source: RowSource): Promise<void> {
  try {
    const world = await loadWorld(sql, job.organisationId, job.reach);
    const looks: SheetLook[] = [];
    for (const [at, sheet] of source.sheets.entries()) {
      const { look, take } = looker(sheet.name, sheet.isHidden);
      for await (const rows of source.rows(at, look)) take(rows);
      looks.push(look);
      await report(sql, job.id, (at + 1) / source.sheets.length);
    }
    const before = await sql.query(
      `SELECT plan FROM "Import" WHERE "organisationId" = $1 AND source = $2 AND source <> '' AND state IN ('imported', 'undone') AND id <> $3 ORDER BY "settledAt" DESC LIMIT 1`,
      [job.organisationId, job.source, job.id],
    );
    const remembered: ImportPlan | null = before.rows[0]?.plan ?? null;
    const suggested = suggestPlan(
      { fileName: job.name, sheets: looks, catalogue: catalogueOf(world), orgUnit: soleOrgUnit(world) },
      remembered,
    );
    const told = isTidy(suggested.sheets[0]?.columns.map(({ head }) => head) ?? [])
      ? "en"
      : (notationOf(figureTexts(suggested.sheets, looks)) ?? remembered?.notation ?? null);
    const plan: ImportPlan = { ...suggested, notation: told ?? job.locale };
    const isDone =
      job.door === "import" &&
      isComplete(plan, looks, recogniser(catalogueOf(world)), told !== null, childrenIn(world));
    await sql.query(
      `UPDATE "Import" SET state = $2, look = $3, plan = $4, progress = 0 WHERE id = $1 AND state = 'looking'`,
      [job.id, isDone ? "previewing" : "mapping", JSON.stringify(keptLook(looks)), JSON.stringify(plan)],
    );
  } finally {
    source.close();
  }
}

/** Our own CSV for statistics programs writes figures with a full stop, whatever the language; the one for spreadsheets tells by itself. */
function isTidy(heads: string[]): boolean {
  return ["kpi", "year", "status", "value", "men", "women", "unit"].every((head) => heads.includes(head));
}

/** Cells staged in one statement: few enough for small memory, many enough for speed. */
const block = 4_000;

/** Reads every figure and puts it beside what is stored. */
async function preview(sql: Sql, job: Job, source: RowSource): Promise<void> {
  try {
    const world = await loadWorld(sql, job.organisationId, job.reach);
    await clearStaged(sql, job.id);
    const { leftOut, hasDuplicates } = await stageFile(sql, job, source, world);
    if (hasDuplicates) await refuseDuplicates(sql, job.id);
    await compareCalculated(sql, job.id, world);
    const summary = { ...(await summarise(sql, job.id)), leftOut };
    await sql.query(
      `UPDATE "Import" SET state = 'previewed', summary = $2, definitions = $3, progress = 1000 WHERE id = $1 AND state = 'previewing'`,
      [job.id, JSON.stringify(summary), world.definitions],
    );
  } finally {
    source.close();
  }
}

async function stageFile(
  sql: Sql,
  job: Job,
  source: RowSource,
  world: World,
): Promise<{ leftOut: number; hasDuplicates: boolean }> {
  const [plan, recognise, seen] = [job.plan!, recogniser(catalogueOf(world)), seenCells(world)];
  let [leftOut, position, hasDuplicates] = [0, 0, false];
  const waiting: StagedCell[] = [];
  // While the database takes one block, the next is read.
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const cells = waiting.splice(0);
    await writing;
    writing = stageCells(sql, job.id, cells, world).then(() => report(sql, job.id, source.progress()));
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
          waiting.push({ ...cell, position: position++, saysStatus });
        }
      }
      if (waiting.length >= block) await flush();
    }
  }
  await flush();
  await writing;
  return { leftOut, hasDuplicates };
}

async function summarise(sql: Sql, id: string): Promise<Summary> {
  const { rows } = await sql.query<{ outcome: keyof Summary & string; code: string; count: number }>(
    `SELECT outcome, code, count(*)::int AS count FROM "ImportCell" WHERE "importId" = $1 GROUP BY 1, 2 ORDER BY 3 DESC`,
    [id],
  );
  const summary: Summary = { ...emptySummary, refusals: {} };
  for (const { outcome, code, count } of rows) {
    summary.cells += count;
    (summary as unknown as Record<string, number>)[outcome]! += count;
    if (outcome === "refused") summary.refusals[code] = count;
    if (outcome === "compared" && code === "differs") summary.differing += count;
  }
  return summary;
}

async function report(sql: Sql, id: string, done: number): Promise<void> {
  await sql.query(`UPDATE "Import" SET progress = $2 WHERE id = $1`, [id, Math.round(Math.min(1, done) * 1000)]);
}
