import { readFile } from "node:fs/promises";
import { join } from "node:path";

const weights = { Regular: 400, SemiBold: 600 } as const;
/** The files for letters and for signs such as ₂, → and −. */
const parts = ["Latin1", "Pi"] as const;

/** A drawing's typeface as @font-face rules with the files inside, so that it looks the same where it is not installed; read once. */
export function inlinedFaces(): Promise<string> {
  return (faces ??= readFaces());
}

let faces: Promise<string> | undefined;

async function readFaces(): Promise<string> {
  const folder = join(process.cwd(), "node_modules", "@ibm", "plex-sans", "fonts", "split", "woff2");
  const rules = Object.entries(weights).flatMap(([name, weight]) =>
    parts.map(async (part) => {
      const file = await readFile(join(folder, `IBMPlexSans-${name}-${part}.woff2`), "base64");
      // Named apart, so that each part is asked in turn for what the one before lacks.
      const family = part === "Latin1" ? "Plex Sans" : "IBM Plex Sans";
      return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${file}) format("woff2")}`;
    }),
  );
  return (await Promise.all(rules)).join("");
}
