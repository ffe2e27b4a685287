import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Refusal } from "@/lib/access/refusal";
import type { FileRow, RowSource } from "@/lib/import/cell/model";
import { csvReader, delimiterOf, encodingOf } from "@/lib/import/csv/model";

/** Enough to tell encoding and delimiter. */
const sampleBytes = 65_536;

/** Opens a CSV file to read its rows as they come: a million of them take no more memory than a thousand. Throws `import.notAText` for what is no text. */
export async function openCsv(file: Buffer | string, name: string): Promise<RowSource> {
  const start = typeof file === "string" ? await startOf(file) : file.subarray(0, sampleBytes);
  const encoding = encodingOf(start);
  const sample = new TextDecoder(encoding).decode(start);
  if (sample.includes("\0")) throw new Refusal("import.notAText");
  const delimiter = delimiterOf(sample);
  const position = { read: 0, of: 1 };
  async function* rows(): AsyncGenerator<FileRow[]> {
    const finished: FileRow[] = [];
    const reader = csvReader(delimiter, finished);
    const decoder = new TextDecoder(encoding);
    position.read = 0;
    try {
      for await (const piece of pieces(file, position)) {
        reader.push(decoder.decode(piece, { stream: true }));
        if (finished.length > 0) yield finished.splice(0);
      }
      reader.push(decoder.decode());
      reader.end();
    } catch (error) {
      throw error instanceof RangeError ? new Refusal("import.notAText") : error;
    }
    yield finished;
  }
  return {
    kind: "csv",
    sheets: [{ name, isHidden: false }],
    rows,
    progress: () => Math.min(1, position.read / position.of),
    close() {},
  };
}

async function startOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* pieces(file: Buffer | string, position: { read: number; of: number }): AsyncGenerator<Uint8Array> {
  if (typeof file !== "string") {
    position.of = Math.max(1, file.length);
    for (let at = 0; at < file.length; at += sampleBytes) {
      position.read = at;
      yield file.subarray(at, at + sampleBytes);
    }
    return;
  }
  const handle = await open(file);
  position.of = Math.max(1, (await handle.stat()).size);
  await handle.close();
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 18 })) {
    position.read += (piece as Buffer).length;
    yield piece as Buffer;
  }
}
