import { laidOut, readBlock, type TableCell } from "@/lib/value/clipboard/pasted/model";

const raised: Record<string, string> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

/**
 * The block a clipboard brought: its table where it has one, since text loses what is raised (719 with note 2 would
 * be 7192) and what is merged; else its text.
 */
export function readPasted(text: string, html: string): string[][] {
  const table = html ? new DOMParser().parseFromString(html, "text/html").querySelector("table") : null;
  const block = table
    ? laidOut([...table.rows].filter(isShown).map((row) => [...row.cells].map(cellOf)))
    : readBlock(text);
  const width = Math.max(0, ...block.map((row) => row.findLastIndex((cell) => cell.trim() !== "") + 1));
  const height = block.findLastIndex((row) => row.some((cell) => cell.trim() !== "")) + 1;
  // A single blank still empties a cell.
  return block.slice(0, Math.max(1, height)).map((row) => row.slice(0, Math.max(1, width)));
}

function isShown(row: HTMLTableRowElement): boolean {
  return row.style.display !== "none";
}

function cellOf(cell: HTMLTableCellElement): TableCell {
  return { text: textOf(cell), down: cell.rowSpan, across: cell.colSpan };
}

function textOf(cell: HTMLElement): string {
  for (const note of cell.querySelectorAll("sup"))
    note.textContent = [...(note.textContent ?? "")].map((sign) => raised[sign] ?? sign).join("");
  for (const end of cell.querySelectorAll("br")) end.replaceWith("\n");
  return (cell.textContent ?? "").replace(/[ \t\r\n\u00a0]+/g, " ").trim();
}
