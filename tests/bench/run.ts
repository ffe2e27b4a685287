/**
 * `npm run bench`: speed and size of the real product, as Markdown on standard output; what it is doing goes to
 * standard error. Nothing is judged and nothing kept. `-- --only start,pdf,publish,public,pages,saves,block,import,load,scale,review,agreements,audit` and `-- --quick`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { runNode, succeeded } from "../../lib/operation/child.ts";
import { saveableCells } from "./cells.ts";
import { cookieOf, openBrowser, signedIn } from "./browser.ts";
import { measureAgreements } from "./measure-agreements.ts";
import { measureAudit } from "./measure-audit.ts";
import { measureBlock } from "./measure-block.ts";
import { measureImport } from "./measure-import.ts";
import { measureFirstLoad } from "./measure-load.ts";
import { memoryTable } from "./measure-memory.ts";
import { measurePages } from "./measure-pages.ts";
import { measurePdf } from "./measure-pdf.ts";
import { measurePublic } from "./public/measure.ts";
import { measurePublish } from "./public/publish.ts";
import { measureReview } from "./measure-review.ts";
import { measureSaves } from "./measure-saves.ts";
import { measureScale } from "./measure-scale.ts";
import { measureStart } from "./measure-start.ts";
import { readOptions, type Part } from "./options.ts";
import { memoryBelow, watchMemory, type Memory } from "./processes.ts";
import { startProduct } from "./product.ts";
import { pagesOf, type People, type World } from "./world.ts";

/** Connections to the database and the browser that prints are let go after a minute without use. */
const REST_MS = 90_000;
/** What a million values leave in the database's memory says nothing of an ordinary day: it is told before these. */
const heavy: ReadonlySet<Part> = new Set(["import", "scale"]);

const readers = ["manager@demo.example", "auditor@demo.example", "controller@demo.example", "admin@demo.example"];

const options = readOptions(process.argv.slice(2));
const distDir = process.env.NEXT_DIST_DIR || ".next";
const home = mkdtempSync(join(tmpdir(), "ledestjerne-bench-"));
const print = (text: string) => console.log(`${text}\n`);
const progress = (text: string) => console.error(`… ${text}`);
let failed = false;
const atEnd: (() => Promise<void> | void)[] = [() => rmSync(home, { recursive: true, force: true })];

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void finish(1));
try {
  await bench();
  await finish(failed ? 1 : 0);
} catch (error) {
  console.error(error);
  await finish(1);
}

async function bench(): Promise<void> {
  progress("build, unless it is there");
  // In a process of its own, because a build talks on standard output.
  await succeeded(
    runNode([join(import.meta.dirname, "build.ts"), distDir], { nodeArgs: ["--import", "tsx"], output: "ignore" }),
    "Nothing to measure.",
  );
  print(
    `### Benchmark\n\n${new Date().toISOString().slice(0, 10)} · ${cpus().length} cores (${cpus()[0]?.model.trim()}) · Node ${process.versions.node} · ${process.platform}. Loads run beside the product on the same machine.`,
  );
  const product = options.only.includes("start") ? await timedStart() : await startProduct(join(home, "data"), distDir);
  atEnd.push(product.stop);
  const moments: [string, Memory | null][] = [["at rest after the start", memoryBelow(product.pid)]];
  const memory = watchMemory(product.pid);
  const browser = await openBrowser();
  atEnd.push(() => browser.close());
  progress("signing in");
  const people = await signIn(browser, product.origin);
  const [saveable] = await saveableCells(product.databaseUrl, 1);
  const world: World = {
    options,
    product,
    browser,
    people,
    distDir,
    home,
    print,
    pages: pagesOf(saveable!.orgUnitCode),
  };
  const jobs: Partial<Record<Part, () => Promise<void>>> = {
    pdf: () => measurePdf(world),
    publish: () => measurePublish(world),
    public: () => measurePublic(world),
    pages: () => measurePages(world),
    saves: () => measureSaves(world),
    block: () => measureBlock(world),
    load: () => measureFirstLoad(world),
    import: () => measureImport(world),
    scale: () => measureScale(world),
    agreements: () => measureAgreements(world),
    review: () => measureReview(world),
    audit: () => measureAudit(world),
  };
  const rest = async (after: Part) => {
    moments.push([`after ${after}`, memoryBelow(product.pid)]);
    progress("rest");
    await wait(REST_MS);
    moments.push([`at rest after ${after}`, memoryBelow(product.pid)]);
  };
  let ran: Part | null = null;
  for (const part of options.only) {
    if (!jobs[part]) continue;
    if (ran && heavy.has(part) && !heavy.has(ran)) await rest(ran);
    progress(part);
    ran = part;
    // A part that fails leaves the others to be measured.
    await jobs[part]().catch((error: Error) => {
      print(`**${part}: not measured.** ${error.message}`);
      failed = true;
    });
  }
  memory.stop();
  if (ran) await rest(ran);
  print(memoryTable([...moments, ["highest during the run", memory.peak()]]));
}

async function timedStart() {
  progress("start");
  const { product, text } = await measureStart(home, distDir, options.repeats);
  print(text);
  return product;
}

async function signIn(browser: World["browser"], origin: string): Promise<People> {
  const contexts = [];
  for (const email of readers) contexts.push(await signedIn(browser, origin, email));
  const cookies = await Promise.all(contexts.map(cookieOf));
  return { context: contexts[2]!, readers: cookies, editors: cookies.slice(2) };
}

async function finish(code: number): Promise<void> {
  for (const end of atEnd.splice(0).reverse()) await end();
  process.exit(code);
}
