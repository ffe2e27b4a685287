/** `npm run setup -- export|import`: the whole set-up of an organisation as a file, from a terminal. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isLocale, type Locale } from "../language/model.ts";
import { withClient } from "../database/connection.ts";
import { run } from "./command.ts";
import { organisationAndAuthor, organisationNamed } from "./command-author.ts";
import { commandDatabase } from "./import-database.ts";
import { importWords } from "./import-print.ts";

const usage = `npm run setup -- export --org SLUG [--format yaml|json] [--out FILE] [--demo]
npm run setup -- import FILE --org SLUG [--dry-run] [--as E-MAIL] [--lang da|en] [--demo]

  --out       where to write the file; else it is printed
  --dry-run   show what would be made and changed, and change nothing
  --as        who is named as the author; else the organisation's first administrator
  --demo      the demo's database instead of your own`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    org: { type: "string" },
    format: { type: "string", default: "yaml" },
    out: { type: "string" },
    "dry-run": { type: "boolean" },
    as: { type: "string" },
    lang: { type: "string", default: "da" },
    demo: { type: "boolean" },
  },
});

run(main);

async function main(): Promise<number> {
  const [act, path, ...more] = positionals;
  const isExport = act === "export" && path === undefined;
  const isImport = act === "import" && path !== undefined && more.length === 0;
  if (!options.org || !(isExport || isImport) || !["yaml", "json"].includes(options.format)) {
    console.error(usage);
    return 2;
  }
  const server = await commandDatabase(options.demo ?? false);
  process.env.DATABASE_URL = server.url;
  try {
    const { organisationId, actorId } = await withClient(server.url, async (client) =>
      isExport
        ? { organisationId: await organisationNamed(client, options.org!), actorId: "" }
        : organisationAndAuthor(client, { org: options.org!, as: options.as }),
    );
    return isExport ? await exported(organisationId) : await imported(organisationId, actorId, path!);
  } finally {
    await (await import("../database/client.ts")).database.$disconnect();
    await server.close();
  }
}

async function exported(organisationId: string): Promise<number> {
  const { exportSetup } = await import("../setup/file/queries.ts");
  const { writeSetup } = await import("../setup/file/text/model.ts");
  const setup = await exportSetup(organisationId);
  const text = writeSetup(setup, options.format as "yaml" | "json");
  if (options.out) writeFileSync(options.out, text);
  else process.stdout.write(text);
  return 0;
}

async function imported(organisationId: string, actorId: string, path: string): Promise<number> {
  const { lookAtSetup } = await import("../setup/file/preview/queries.ts");
  const { importSetup } = await import("../setup/file/mutations.ts");
  const text = readFileSync(path, "utf8");
  const locale: Locale = isLocale(options.lang) ? options.lang : "da";
  const say = importWords(locale);
  const looked = await lookAtSetup(organisationId, text, say as never);
  if (!looked.ok) {
    for (const { path: place, line, message } of looked.problems)
      console.error(`${path}:${line ?? 1} ${place} ${message}`);
    return 1;
  }
  for (const { part, code, what, details } of looked.changes) {
    console.log(`${what} ${part} ${code}`.trim());
    for (const detail of details) console.log(`  ${detail.what} ${detail.path}: ${detail.from} → ${detail.to}`);
  }
  if (looked.changes.length === 0) console.log(say("setup.file.nothing"));
  if (options["dry-run"] || looked.changes.length === 0) return 0;
  await importSetup({ organisationId, actorId, door: "command" }, text, looked.digest);
  console.log(say("setup.file.words.confirmed"));
  return 0;
}
