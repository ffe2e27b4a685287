import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256, type EditionFile } from "../model";
import { faceRule, faces, typefaceName } from "./model";

/** Typefaces as style rules with the files inside: for a page that stands alone. */
export async function inlinedFaces(): Promise<string> {
  const read = await readFaces();
  return read
    .map(({ face, bytes }) => faceRule(face, `data:font/woff2;base64,${Buffer.from(bytes).toString("base64")}`))
    .join("\n");
}

/** Typefaces as style rules that name files in an edition's folder, and these files: the pages of all languages share them. */
export async function carriedFaces(): Promise<{ rules: string; files: EditionFile[] }> {
  const files = (await readFaces()).map(({ face, bytes }) => ({
    rule: faceRule(face, `../${typefaceName(face, sha256(bytes))}`),
    file: { path: typefaceName(face, sha256(bytes)), mediaType: "font/woff2", bytes },
  }));
  return { rules: files.map(({ rule }) => rule).join("\n"), files: files.map(({ file }) => file) };
}

type Read = { face: (typeof faces)[number]; bytes: Uint8Array<ArrayBuffer> };
let known: Promise<Read[]> | undefined;

/** The faces' files; read once. */
function readFaces(): Promise<Read[]> {
  return (known ??= Promise.all(
    faces.map(async (face) => {
      const folder = join(process.cwd(), "node_modules", "@ibm", `plex-${face.of}`, "fonts", "split", "woff2");
      return { face, bytes: new Uint8Array(await readFile(join(folder, `${face.file}.woff2`))) };
    }),
  ));
}
