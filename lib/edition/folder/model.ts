import { ZipFile } from "yazl";
import { bindingHeaders, editionPolicy } from "@/lib/access/headers/model";
import { attachment } from "@/lib/kept-file/model";
import { isCarried } from "@/lib/picture/edition/model";
import { isTypeface } from "../typeface/model";

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

/** How long what was published may be kept: as long as asking again finds it unchanged, since it may be closed at any time. */
const asksAgain = "public, no-cache";
/** What lies at the address of a picture or a typeface never changes. */
const staysKept = "public, max-age=31536000, immutable";

/** Whether a file is there for a page to show: its name tells what it holds for ever. */
const isShown = (path: string) => isCarried(path) || isTypeface(path);

/** A stored file as a response: a page and what it shows are read, everything else is saved. */
export function editionResponse(
  path: string,
  { bytes, mediaType, sha256 }: { bytes: Uint8Array<ArrayBuffer>; mediaType: string; sha256: string },
  edition: Edition,
): Response {
  const etag = `"${sha256}"`;
  const name = `${folderName(edition)}-${path.replaceAll("/", "-")}`;
  const headers = new Headers({ "content-type": mediaType, "content-length": String(bytes.length), etag });
  if (isShown(path)) headers.set("cache-control", staysKept);
  else if (!path.endsWith(".html")) headers.set("content-disposition", attachment(name));
  return new Response(bytes, { headers });
}

/**
 * A file of a public edition as a response, and nothing where the browser has it already (`seen`: the tag it names).
 * Next.js compresses what it sends, and would compress bytes that are compressed already once more.
 */
export function publicResponse(
  path: string,
  { bytes, mediaType, sha256 }: { bytes: Uint8Array<ArrayBuffer>; mediaType: string; sha256: string },
  edition: Edition,
  seen: string | null,
): Response {
  const etag = `"${sha256}"`;
  const headers: Record<string, string> = {
    ...{ etag, "cache-control": isShown(path) ? staysKept : asksAgain },
    "content-security-policy": editionPolicy,
    ...bindingHeaders(),
  };
  if (seen === etag) return new Response(null, { status: 304, headers });
  if (!path.endsWith(".html") && !isShown(path))
    headers["content-disposition"] = attachment(`${folderName(edition)}-${path.replaceAll("/", "-")}`);
  return new Response(bytes, {
    headers: { ...headers, "content-type": mediaType, "content-length": String(bytes.length) },
  });
}

/** The answer to whoever asks for what is not published. */
export function nothingPublished(): Response {
  return new Response(null, { status: 404, headers: unkept() });
}

/** Leads on to the page of an edition in a language. */
export function leadOn(location: string): Response {
  return new Response(null, { status: 307, headers: { ...unkept(), location } });
}

function unkept(): Record<string, string> {
  return { "cache-control": "private, no-store", "content-security-policy": editionPolicy, ...bindingHeaders() };
}
