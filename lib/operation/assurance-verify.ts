/** `npm run assurance:verify`: whether a package from the auditor's room is whole, without the system it came from. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { faultsOf, manifestPath, type ListedFile, type Manifest } from "../assurance/package/model.ts";
import { run } from "./command.ts";
import { chainFollower, type ChainLink } from "../audit/chain/model.ts";

const usage = `npm run assurance:verify -- FILE.zip | FOLDER

  FILE.zip  a package as it was downloaded
  FOLDER    the same, unpacked`;

/** Every file of a package with its bytes, one after the other. */
type Files = AsyncGenerator<{ path: string; open: () => Promise<Readable> }>;

const [target, ...more] = process.argv.slice(2);
run(main, 2);

async function main(): Promise<number> {
  if (!target || more.length > 0) {
    console.error(usage);
    return 2;
  }
  const isFolder = (await stat(target)).isDirectory();
  const found: ListedFile[] = [];
  const faults: string[] = [];
  let manifest: Manifest | null = null;
  for await (const { path, open } of isFolder ? inFolder(target) : inZip(target)) {
    if (path === manifestPath) manifest = JSON.parse(await textOf(await open())) as Manifest;
    else found.push(await listed(path, await open()));
    if (path === "trail.ndjson") faults.push(...(await trailFaults(await open())));
  }
  if (!manifest) throw new Error(`There is no ${manifestPath}: this is no package.`);
  faults.push(...faultsOf(manifest, found));
  for (const fault of faults) console.error(fault);
  const { organisation, year, madeAt } = manifest;
  console.log(`${organisation} ${year}, made ${madeAt}: ${found.length} files, ${faults.length} faults`);
  return faults.length > 0 ? 1 : 0;
}

async function listed(path: string, stream: Readable): Promise<ListedFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { path, bytes, sha256: hash.digest("hex") };
}

/** The chain of the trail, link by link. */
async function trailFaults(stream: Readable): Promise<string[]> {
  const { follow } = chainFollower((text) => createHash("sha256").update(text).digest("hex"));
  const faults: string[] = [];
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    const fault = line.trim() === "" ? null : follow(JSON.parse(line) as ChainLink);
    if (fault) faults.push(`trail.ndjson #${fault.sequence}: ${fault.fault}`);
  }
  return faults;
}

async function textOf(stream: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

async function* inFolder(folder: string): Files {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    yield { path: relative(folder, file).split(sep).join("/"), open: async () => createReadStream(file) };
  }
}

async function* inZip(file: string): Files {
  const zip = await promisify<string, object, ZipFile>(yauzl.open)(file, { lazyEntries: true, autoClose: false });
  const open = promisify<Entry, Readable>(zip.openReadStream.bind(zip));
  const entries: Entry[] = [];
  await new Promise<void>((done, fail) => {
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", done).on("error", fail);
    zip.readEntry();
  });
  for (const entry of entries) yield { path: entry.fileName, open: () => open(entry) };
  zip.close();
}
