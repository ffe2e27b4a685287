/** Largest file taken by the browser; the command line takes more, streamed. */
export const mostBytes = 10_000_000;

/** What a file is by its name and its first bytes. */
export type FileKind = "xlsx" | "csv";

/** Why a file is not taken, each with its message: what to do is said there. */
export type FileRefusal =
  "import.empty" | "import.tooBig" | "import.oldWorkbook" | "import.macros" | "import.wrongKind";

/** What the file is, by name and content together: a name alone proves nothing. */
export function kindOf(name: string, start: Uint8Array, size: number): FileKind | FileRefusal {
  if (size === 0) return "import.empty";
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const isZip = start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;
  // The old binary format, and a workbook with a password.
  if (start[0] === 0xd0 && start[1] === 0xcf && start[2] === 0x11 && start[3] === 0xe0) return "import.oldWorkbook";
  if (ending === "xls" || ending === "xlsb" || ending === "ods") return "import.oldWorkbook";
  if (ending === "xlsm" || ending === "xltm") return "import.macros";
  if (ending === "xlsx") return isZip ? "xlsx" : "import.wrongKind";
  if (ending !== "csv" && ending !== "txt" && ending !== "tsv") return "import.wrongKind";
  const looksLikeText = !isZip && !(start[0] === 0x25 && start[1] === 0x50 && start[2] === 0x44 && start[3] === 0x46);
  return looksLikeText ? "csv" : "import.wrongKind";
}

/**
 * Under which name the mapping of a file is remembered: its name without folder, ending, years and copies, so that
 * "ESG-tal 2024 (2).xlsx" is known by "ESG-tal 2023.xlsx".
 */
export function sourceOf(name: string): string {
  const stem = name.replace(/^.*[\\/]/, "").replace(/\.[a-z0-9]+$/i, "");
  return stem
    .toLowerCase()
    .replace(/\d+/g, "")
    .replace(/\b(kopi|copy|final|endelig|v)\b/g, "")
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .slice(0, 100);
}
