import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";

/** A file of the package: where it lies in it, and its content piece by piece, begun when its turn has come. */
export type PackageFile = { path: string; content: () => AsyncIterable<Uint8Array | string> };

/** A file as the manifest lists it. */
export type ListedFile = { path: string; bytes: number; sha256: string };

/** What the manifest says: whose package it is, and every other file with its hash. */
export type Manifest = { organisation: string; year: number; madeAt: string; files: ListedFile[] };

/** Where the manifest lies in the package. */
export const manifestPath = "manifest.json";

/**
 * The package as a ZIP, written while it is read: no file is held whole. The manifest comes last, when every hash is
 * known. What goes wrong on the way ends the stream with an error, so that half a package is not taken for a whole one.
 */
export function packageStream(files: readonly PackageFile[], about: Omit<Manifest, "files">): Readable {
  const zip = new ZipFile();
  const listed: ListedFile[] = [];
  const output = zip.outputStream as Readable;
  const mtime = new Date(about.madeAt);
  const add = (path: string, content: () => AsyncIterable<Uint8Array | string>) =>
    zip.addReadStreamLazy(path, { mtime }, (give) => {
      const stream = Readable.from(content(), { objectMode: false });
      stream.on("error", (error) => output.destroy(error));
      give(null, stream);
    });
  zip.on("error", (error: Error) => output.destroy(error));
  for (const { path, content } of files) add(path, () => hashed(path, content(), listed));
  add(manifestPath, async function* () {
    yield `${JSON.stringify({ ...about, files: listed } satisfies Manifest, null, 2)}\n`;
  });
  zip.end();
  return output;
}

async function* hashed(
  path: string,
  content: AsyncIterable<Uint8Array | string>,
  listed: ListedFile[],
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of content) {
    const part = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    hash.update(part);
    bytes += part.length;
    yield part;
  }
  listed.push({ path, bytes, sha256: hash.digest("hex") });
}

/** What is wrong with a package, a line for each file that is not as its manifest says; empty: it is whole. */
export function faultsOf(manifest: Pick<Manifest, "files">, found: readonly ListedFile[]): string[] {
  const byPath = new Map(found.map((file) => [file.path, file]));
  const listed = new Set(manifest.files.map(({ path }) => path));
  return [
    ...manifest.files.flatMap(({ path, bytes, sha256 }) => {
      const file = byPath.get(path);
      if (!file) return [`${path}: missing`];
      return file.sha256 === sha256 && file.bytes === bytes ? [] : [`${path}: changed`];
    }),
    ...found.flatMap(({ path }) => (listed.has(path) || path === manifestPath ? [] : [`${path}: not in the manifest`])),
  ];
}
