import { FIGURES, MANIFEST, sha256, type EditionFile } from "../model.ts";

const FORMAT = "ledestjerne-edition/1";

/** What an edition's folder holds, file by file. */
export type Manifest = {
  format: typeof FORMAT;
  organisation: { slug: string; name: string };
  year: number;
  edition: number;
  /** ISO day. */
  publishedOn: string;
  /** SHA-256 of figures.json; printed in the report. */
  figures: string;
  files: { path: string; size: number; sha256: string }[];
};

/** The manifest of these files, in the order of their paths. */
export function manifestOf(
  of: Pick<Manifest, "organisation" | "year" | "edition" | "publishedOn">,
  files: readonly EditionFile[],
): Manifest {
  const listed = files
    .map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const figures = listed.find(({ path }) => path === FIGURES)?.sha256 ?? "";
  return { format: FORMAT, ...of, figures, files: listed };
}

/** What is wrong with an edition's folder. */
export type Fault =
  | { fault: "unreadable" | "otherFormat" | "figures" }
  | { fault: "missing" | "changed" | "unlisted" | "notPrinted"; path: string };

/** Holds a folder against its manifest: every file there, unchanged, and none beside them; the figures' digest printed in every report. */
export function faultsOf(files: ReadonlyMap<string, Uint8Array>): Fault[] {
  const manifest = read(files.get(MANIFEST));
  if (manifest === null) return [{ fault: "unreadable" }];
  if (manifest.format !== FORMAT) return [{ fault: "otherFormat" }];
  const listed = new Set(manifest.files.map(({ path }) => path));
  return [
    ...manifest.files.flatMap(({ path, size, sha256: digest }): Fault[] => {
      const bytes = files.get(path);
      if (!bytes) return [{ fault: "missing", path }];
      return bytes.length === size && sha256(bytes) === digest ? [] : [{ fault: "changed", path }];
    }),
    ...[...files.keys()].flatMap((path): Fault[] =>
      listed.has(path) || path === MANIFEST ? [] : [{ fault: "unlisted", path }],
    ),
    ...(files.has(FIGURES) && sha256(files.get(FIGURES)!) !== manifest.figures ? [{ fault: "figures" } as const] : []),
    ...manifest.files.flatMap(({ path }): Fault[] => {
      const bytes = path.endsWith(".html") ? files.get(path) : undefined;
      const isPrinted = !bytes || new TextDecoder().decode(bytes).includes(manifest.figures);
      return isPrinted ? [] : [{ fault: "notPrinted", path }];
    }),
  ];
}

function read(bytes: Uint8Array | undefined): Manifest | null {
  try {
    const manifest = bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Manifest);
    return manifest && Array.isArray(manifest.files) ? manifest : null;
  } catch {
    return null;
  }
}
