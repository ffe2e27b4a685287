/** `npm run import -- FILE --org SLUG`: the import of the page, from a terminal; a file of any size is streamed. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { ClientBase } from "pg";
import { withClient } from "../database/connection.ts";
import { beginImport, cancelImport, planImport, renewLease, startImport } from "../import/batch/mutations.ts";
import type { RowSource } from "../import/cell/model.ts";
import { kindOf } from "../import/file/model.ts";
import { work } from "../import/job/mutations.ts";
import type { ImportPlan } from "../import/model.ts";
import { isLocale, type Locale } from "../language/model.ts";
import { run as runCommand } from "./command.ts";
import { organisationAndAuthor } from "./command-author.ts";
import { importWords, nothingSaid, printPreview } from "./import-print.ts";
import { commandDatabase } from "./import-database.ts";
import { openRows } from "./import-rows.ts";

const usage = `npm run import -- FILE --org SLUG [--dry-run] [--year 2024] [--org-unit CODE] [--as E-MAIL] [--notation da|en] [--hidden] [--skip-refused] [--all] [--lang da|en] [--demo]

  --dry-run       show the difference and change nothing
  --year          the year of a table that names none
  --org-unit      the org unit of a table that names none; the organisation itself is the default
  --as            who is named as the author; else the organisation's first administrator
  --notation      how numbers in text are written, where the file does not tell
  --hidden        also read hidden rows and columns
  --skip-refused  import the rest although some figures are refused
  --all           print every line, not the first of each kind
  --lang          the language of what is printed; Danish unless said
  --demo          the demo's database instead of your own`;

/** How often the command says that it is alive, a third of how long it is believed. */
const RENEW_MS = 5_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    org: { type: "string" },
    "dry-run": { type: "boolean" },
    year: { type: "string" },
    "org-unit": { type: "string" },
    as: { type: "string" },
    notation: { type: "string" },
    hidden: { type: "boolean" },
    "skip-refused": { type: "boolean" },
    all: { type: "boolean" },
    lang: { type: "string", default: "da" },
    demo: { type: "boolean" },
    help: { type: "boolean" },
  },
});

runCommand(main);

async function main(): Promise<number> {
  const [path] = positionals;
  if (options.help || !path || !options.org || positionals.length > 1) {
    console.error(usage);
    return 2;
  }
  if (!existsSync(path) || !statSync(path).isFile()) throw new Error(`No such file: ${path}`);
  const database = await commandDatabase(options.demo ?? false);
  try {
    return await withClient(database.url, (client) => withClient(database.url, (beside) => run(client, beside, path)));
  } finally {
    await database.close();
  }
}

async function run(client: ClientBase, beside: ClientBase, path: string): Promise<number> {
  const locale = isLocale(options.lang) ? options.lang : "da";
  const say = importWords(locale);
  const { organisationId, actorId } = await organisationAndAuthor(client, { org: options.org!, as: options.as });
  const [size, start] = [statSync(path).size, await firstBytes(path)];
  const kind = kindOf(path, start, size);
  if (kind !== "xlsx" && kind !== "csv") throw new Error(say(kind));
  const brought = {
    organisationId,
    actorId,
    door: "command" as const,
    locale,
    reach: null,
    name: basename(path),
    kind,
    size,
    sha256: await sha256Of(path),
  };
  const id = await beginImport(client, brought, createReadStream(path, { highWaterMark: 1 << 20 }));
  // Said on a connection of its own, because a statement on the other may take longer than a lease.
  const beat = setInterval(() => void renewLease(beside, id).catch(() => {}), RENEW_MS);
  try {
    return await brings(client, { id, organisationId, actorId, locale }, () => openRows(kind, path, brought.name));
  } finally {
    clearInterval(beat);
  }
}

/** Works on the import to its end; the exit code. */
async function brings(
  client: ClientBase,
  { id, organisationId, actorId, locale }: { id: string; organisationId: string; actorId: string; locale: Locale },
  source: () => Promise<RowSource>,
): Promise<number> {
  const say = importWords(locale);
  await work(client, id, source);
  await planned(client, organisationId, id);
  await work(client, id, source);
  const summary = await printPreview(client, id, locale, options.all ?? false);
  if (!summary) return 1;
  const isDry = options["dry-run"] ?? false;
  const isRefused = summary.refused > 0 && !options["skip-refused"];
  const writes = summary.added + summary.changed;
  if (isDry || isRefused || writes === 0) {
    await cancelImport(client, organisationId, id);
    if (writes === 0) console.log(nothingSaid(summary, locale));
    if (isDry) console.log(say("import.command.dryRun"));
    else if (writes > 0) console.log(say("import.command.refused"));
    return (isRefused && !isDry) || summary.cells + summary.leftOut === 0 ? 1 : 0;
  }
  await startImport(client, organisationId, id, actorId, null, true);
  await work(client, id, source);
  const { rows } = await client.query(`SELECT state, failure FROM "Import" WHERE id = $1`, [id]);
  console.log(
    rows[0].state === "imported"
      ? say("import.command.done", { count: summary.added + summary.changed, id })
      : say(rows[0].failure || "import.changedSince"),
  );
  return rows[0].state === "imported" ? 0 : 1;
}

/** What the command line says of the plan goes over what was found. */
async function planned(client: ClientBase, organisationId: string, id: string): Promise<void> {
  const { rows } = await client.query(`SELECT plan FROM "Import" WHERE id = $1 AND state = 'mapping'`, [id]);
  if (!rows[0]) return;
  const plan = rows[0].plan as ImportPlan;
  const year = options.year === undefined ? null : Number(options.year);
  if (year !== null && !(Number.isInteger(year) && year >= 1990 && year <= 2100))
    throw new Error(`--year ${options.year}?`);
  for (const sheet of plan.sheets) {
    const says = (dimension: "year" | "orgUnit") =>
      sheet.columns.some((column) => column.role === dimension || column[dimension] !== null);
    if (year !== null && !says("year")) sheet.fixed.year = year;
    if (options["org-unit"] && !says("orgUnit")) sheet.fixed.orgUnit = options["org-unit"];
  }
  if (isLocale(options.notation)) plan.notation = options.notation;
  plan.takesHidden ||= options.hidden ?? false;
  await planImport(client, organisationId, id, plan, true);
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash.digest("hex");
}
