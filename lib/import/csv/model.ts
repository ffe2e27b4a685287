import type { FileRow } from "@/lib/import/cell/model";

/** Longest row: beyond it a quote was opened and never closed. */
const longestRow = 1_000_000;

/** The sign between cells: whichever of ; tab , | makes the first lines into tables of more than one column. */
export function delimiterOf(sample: string): string {
  const lines = sample
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const counts = [";", "\t", ",", "|"].map((sign) => ({
    sign,
    counts: lines.map((line) => line.replace(/"[^"]*"/g, "").split(sign).length - 1),
  }));
  const scored = counts.map(({ sign, counts }) => ({
    sign,
    score:
      counts.filter((count) => count > 0 && count === counts[0]).length * 100 +
      counts.filter((count) => count > 0).length,
  }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).sign;
}

/**
 * Reads comma-separated text as it arrives (RFC 4180: quotes doubled, line breaks inside quotes). Finished rows are put
 * into `rows`; blank lines count as rows without cells. Throws RangeError on a row without end.
 */
export function csvReader(delimiter: string, rows: FileRow[]) {
  let rest = "";
  let index = 0;
  const special = new RegExp(`[${delimiter === "\t" ? "\\t" : `\\${delimiter}`}\\r\\n]`, "g");
  function push(piece: string, isLast = false): void {
    const source = rest + piece;
    let at = 0;
    while (at < source.length) {
      const end = row(source, at, isLast);
      if (end < 0) break;
      at = end;
    }
    rest = source.slice(at);
    if (rest.length > longestRow) throw new RangeError("row without end");
  }
  /** Reads one row from `at`; where the next begins, or -1 when more must come first. */
  function row(source: string, at: number, isLast: boolean): number {
    const made: FileRow = { index, isHidden: false, cells: [] };
    for (let column = 0; ; column++) {
      let text: string;
      if (source.charCodeAt(at) === 34) {
        const end = closingQuote(source, at + 1);
        if (end < 0 || (end + 1 >= source.length && !isLast)) {
          if (!isLast) return -1;
          text = source.slice(at + 1);
          at = source.length;
        } else {
          text = source.slice(at + 1, end).replaceAll('""', '"');
          at = end + 1;
        }
      } else text = "";
      special.lastIndex = at;
      const found = special.exec(source);
      if (!found && !isLast) return -1;
      const stop = found ? found.index : source.length;
      text += source.slice(at, stop);
      if (text.trim() !== "") made.cells.push({ column, kind: "text", text, isPercent: false, decimals: null });
      const sign = found?.[0];
      if (sign === delimiter) {
        at = stop + 1;
        continue;
      }
      // A carriage return at the end of a piece may have its line feed in the next.
      if (sign === "\r" && stop + 1 >= source.length && !isLast) return -1;
      rows.push(made);
      index += 1;
      return !found ? source.length : sign === "\r" && source[stop + 1] === "\n" ? stop + 2 : stop + 1;
    }
  }
  return { push, end: () => push("", true) };
}

function closingQuote(source: string, from: number): number {
  for (let at = source.indexOf('"', from); at >= 0; at = source.indexOf('"', at + 2))
    if (source.charCodeAt(at + 1) !== 34) return at;
  return -1;
}

/** How a text file is written, by its first bytes: marked UTF-16, UTF-8, or else the Windows table that spreadsheets in Denmark save in. */
export function encodingOf(start: Uint8Array): "utf-16le" | "utf-16be" | "utf-8" | "windows-1252" {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  try {
    // A character may be cut at the end of the sample: streaming leaves it open.
    new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
