import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The faces an edition carries in itself. The heavier sans stands for both of its weights and the regular serif for
 * all: what a page would otherwise weigh twice as much for. Signs such as ₂ and ≥ come from one file, whatever the face.
 */
const faces = [
  { family: "Plex Sans", weight: "400", of: "sans", file: "IBMPlexSans-Regular-Latin1" },
  { family: "Plex Sans", weight: "500 700", of: "sans", file: "IBMPlexSans-SemiBold-Latin1" },
  { family: "Plex Serif", weight: "400 700", of: "serif", file: "IBMPlexSerif-Regular-Latin1" },
  { family: "Plex Signs", weight: "400 700", of: "sans", file: "IBMPlexSans-Regular-Pi" },
] as const;

/** The lists of typefaces the report's style asks for, with the signs after the letters. */
const lists = `:root{--sans:"Plex Sans","Plex Signs",system-ui,sans-serif;--serif:"Plex Serif","Plex Signs",Georgia,serif}`;

/** An edition's typefaces as style rules with the files inside; read once. */
export function editionFaces(): Promise<string> {
  return (read ??= readFaces());
}

let read: Promise<string> | undefined;

async function readFaces(): Promise<string> {
  const rules = faces.map(async ({ family, weight, of, file }) => {
    const folder = join(process.cwd(), "node_modules", "@ibm", `plex-${of}`, "fonts", "split", "woff2");
    const content = await readFile(join(folder, `${file}.woff2`), "base64");
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${content}) format("woff2")}`;
  });
  return [...(await Promise.all(rules)), lists].join("\n");
}
