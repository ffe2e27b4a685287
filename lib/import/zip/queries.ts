import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/access/refusal";

/** What an archive may hold before anything of it is unpacked: bounds far above any workbook of figures, far below a bomb. */
const harmless = { entries: 2_000, entryBytes: 400_000_000, bytes: 600_000_000, ratio: 150 };
export type Bounds = typeof harmless;
/** Small parts are packed well by nature: only what is large when unpacked is judged by its ratio. */
const ratioMatters = 20_000_000;

/** An archive that was found harmless. */
export type Archive = {
  has(name: string): boolean;
  /** Bytes of a part once it is unpacked. */
  size(name: string): number;
  /** The text of a part in pieces; an empty sequence when there is none. */
  pieces(name: string): AsyncGenerator<string>;
  close(): void;
};

const options = { lazyEntries: true, autoClose: false, validateEntrySize: true } as const;
const fromBuffer = promisify<Buffer, object, ZipFile>(yauzl.fromBuffer);
const fromPath = promisify<string, object, ZipFile>(yauzl.open);

/**
 * Opens a zip archive and looks at the sizes it declares before it unpacks any: `import.bomb` when there is too much,
 * `import.notAWorkbook` when it is no archive, is broken, or is encrypted. What unpacks to more than it declared fails too.
 */
export async function openArchive(file: Buffer | string, most: Bounds = harmless): Promise<Archive> {
  const zip = await (typeof file === "string" ? fromPath(file, options) : fromBuffer(file, options)).catch(() =>
    refuse("import.notAWorkbook"),
  );
  const entries = await listed(zip, most);
  return {
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    pieces: (name) => pieces(zip, entries.get(name)),
    close: () => zip.close(),
  };
}

async function listed(zip: ZipFile, most: Bounds): Promise<Map<string, Entry>> {
  if (zip.entryCount > most.entries) refuse("import.bomb");
  const entries = new Map<string, Entry>();
  let bytes = 0;
  await new Promise<void>((done, fail) => {
    zip.on("entry", (entry: Entry) => {
      bytes += entry.uncompressedSize;
      const isDense =
        entry.uncompressedSize > ratioMatters && entry.uncompressedSize > entry.compressedSize * most.ratio;
      if (bytes > most.bytes || entry.uncompressedSize > most.entryBytes || isDense)
        return fail(new Refusal("import.bomb"));
      if (entry.isEncrypted()) return fail(new Refusal("import.notAWorkbook"));
      entries.set(entry.fileName.replace(/^\//, ""), entry);
      zip.readEntry();
    });
    zip.on("end", done);
    zip.on("error", () => fail(new Refusal("import.notAWorkbook")));
    zip.readEntry();
  });
  return entries;
}

async function* pieces(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) return;
  const open = promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
  const decoder = new TextDecoder("utf-8");
  let sum = 0;
  try {
    for await (const piece of await open(entry)) {
      sum = crc32(piece as unknown as Buffer, sum);
      yield decoder.decode(piece as unknown as Buffer, { stream: true });
    }
    // A byte that changed on the way may leave a part readable, with another figure in it.
    if (sum !== entry.crc32) refuse("import.notAWorkbook");
    yield decoder.decode();
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("import.notAWorkbook");
  }
}

function refuse(code: string): never {
  throw new Refusal(code);
}
