/** Imports of 10,000, 100,000 and 1,000,000 figures: how long, how much memory, and what others notice of them. */
import { setTimeout as wait } from "node:timers/promises";
import { commandImport } from "./import/command-door.ts";
import { importer, type Imported } from "./import/browser-door.ts";
import type { Client } from "./load/model.ts";
import { runLoad } from "./load/run.ts";
import { errorsOf } from "./measure-pages.ts";
import { watchMemory } from "./processes.ts";
import { table } from "./table.ts";
import type { World } from "./world.ts";

const KPIS = 100;
/** Org units of the files that are brought in the browser, and of those the command line takes. */
const BROWSER = [100, 1_000];
const COMMAND = [1_000, 10_000];
const READERS = 4;
const PAUSE_MS = 250;

/** Imports of two sizes by browser, each into an organisation of its own; the larger beside readers; and two by command line. */
export async function measureImport(world: World): Promise<void> {
  const { print } = world;
  const rows: (string | number | null)[][] = [];
  for (const orgUnits of BROWSER) rows.push(await byBrowser(world, orgUnits));
  const beside = await besideReaders(world, BROWSER.at(-1)!);
  print(
    table(
      [
        "XLSX by the browser, ms",
        "preview",
        "preview shown",
        "write",
        "undo",
        "web server at most, MB",
        "PostgreSQL at most, MB",
      ],
      [...rows, beside.row],
    ),
  );
  print(beside.readers);
  print(await byCommand(world));
}

async function byBrowser(world: World, orgUnits: number): Promise<(string | number | null)[]> {
  const memory = watchMemory(world.product.pid, 200);
  const tries: Imported[] = [];
  for (let round = 1; round <= world.options.repeats; round += 1) {
    const { once, close } = await importer(world, `import-${orgUnits}-${round}`, orgUnits, KPIS);
    tries.push(await once());
    await close();
  }
  memory.stop();
  return rowOf(`${figures(orgUnits)} figures`, tries, memory.peak());
}

/** The larger import again while others read; readers begin first and end last. */
async function besideReaders(
  world: World,
  orgUnits: number,
): Promise<{ row: (string | number | null)[]; readers: string }> {
  const { product, people, pages, options } = world;
  const paths = Object.values(pages);
  const readers = Array.from({ length: READERS }, (_, at): Client => ({
    kind: "read",
    group: "readers",
    cookie: people.readers[at % people.readers.length]!,
    everyMs: PAUSE_MS,
    paths: [...paths.slice(at % paths.length), ...paths.slice(0, at % paths.length)],
  }));
  const load = (seconds: number) => runLoad({ origin: product.origin, seconds, gzip: false, clients: readers });
  const { readers: quiet } = await load(Math.min(5, options.readerSeconds));
  const memory = watchMemory(product.pid, 200);
  const { once, close } = await importer(world, `import-${orgUnits}-beside`, orgUnits, KPIS);
  const seconds = Math.min(8, options.readerSeconds);
  const reading = load(seconds);
  const until = performance.now() + seconds * 1000;
  // The load's process needs a moment to begin.
  await wait(500);
  const tries: Imported[] = [];
  // Taken back and brought again: every reader meets each step of an import.
  do tries.push(await once());
  while (performance.now() < until);
  const { readers: read } = await reading;
  memory.stop();
  await close();
  const line = (name: string, answered: NonNullable<typeof read>) => [
    name,
    answered.requests,
    answered.p50,
    answered.p95,
    answered.p99,
    errorsOf(answered),
  ];
  return {
    row: rowOf(`${figures(orgUnits)} figures beside ${READERS} readers`, tries, memory.peak()),
    readers: table(
      [`Pages of ${READERS} readers, one every ${PAUSE_MS} ms each`, "pages", "p50 ms", "p95 ms", "p99 ms", "errors"],
      [
        line("without an import", quiet!),
        line(`while ${figures(orgUnits)} figures are imported and taken back`, read!),
      ],
    ),
  };
}

async function byCommand(world: World): Promise<string> {
  const sizes = world.options.repeats === 1 ? COMMAND.slice(0, 1) : COMMAND;
  const rows: (string | number | null)[][] = [];
  for (const orgUnits of sizes) {
    const { preview, all, memory } = await commandImport(world, `command-${orgUnits}`, orgUnits, KPIS);
    rows.push([`${figures(orgUnits)} figures`, preview / 1000, all / 1000, memory && Math.round(memory.pss)]);
  }
  return table(["CSV by the command line", "--dry-run, s", "all, s", "command at most, MB"], rows);
}

function rowOf(
  name: string,
  tries: Imported[],
  peak: ReturnType<ReturnType<typeof watchMemory>["peak"]>,
): (string | number | null)[] {
  const median = (of: (one: Imported) => number) =>
    Math.round(tries.map(of).sort((a, b) => a - b)[Math.floor(tries.length / 2)]!);
  return [
    name,
    median(({ preview }) => preview),
    median(({ shown }) => shown),
    median(({ write }) => write),
    median(({ undo }) => undo),
    peak && Math.round(peak.owners.server),
    peak && Math.round(peak.owners.postgres),
  ];
}

function figures(orgUnits: number): string {
  return (orgUnits * KPIS).toLocaleString("en-GB");
}
