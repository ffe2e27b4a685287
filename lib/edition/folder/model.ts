import { ZipFile } from "yazl";
import { attachment } from "@/lib/kept-file/model";
import { isCarried } from "@/lib/picture/edition/model";

/** Which edition of whom. */
export type Edition = { slug: string; year: number; number: number };

/** How its folder is called: "aleris-2023-edition-2". */
export function folderName({ slug, year, number }: Edition): string {
  return `${slug}-${year}-edition-${number}`;
}

// The same files always make the same ZIP.
const day = new Date("2000-01-01T00:00:00Z");

/** The files as a ZIP of one folder. */
export async function zipped(
  folder: string,
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<Buffer<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const { path, bytes } of files)
    zip.addBuffer(Buffer.from(bytes), `${folder}/${path}`, { mtime: day, forceDosTimestamp: true });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.from(Buffer.concat(parts));
}

/** A stored file as a response: a page and its pictures are read, everything else is saved. `seen` is what the browser has of it already. */
export function editionResponse(
  path: string,
  { bytes, mediaType, sha256 }: { bytes: Uint8Array<ArrayBuffer>; mediaType: string; sha256: string },
  edition: Edition,
  seen: string | null = null,
): Response {
  const etag = `"${sha256}"`;
  if (seen === etag) return new Response(null, { status: 304, headers: { etag } });
  const name = `${folderName(edition)}-${path.replaceAll("/", "-")}`;
  const headers = new Headers({ "content-type": mediaType, "content-length": String(bytes.length), etag });
  if (isCarried(path)) headers.set("cache-control", "public, max-age=31536000, immutable");
  else if (!path.endsWith(".html")) headers.set("content-disposition", attachment(name));
  return new Response(bytes, { headers });
}
