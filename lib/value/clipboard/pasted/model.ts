/**
 * A block as Excel and LibreOffice put it on the clipboard as text: rows end with a line break, cells with a tab, and
 * a cell that holds either is quoted, with quotes doubled. A break after the last row makes no row of its own.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y;
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at;
    const match = cell.exec(text)!;
    row.push(match[1] === undefined ? match[0] : match[1].replaceAll('""', '"'));
    at = cell.lastIndex;
    if (text[at] !== "\t") {
      rows.push(row);
      row = [];
      if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
      if (at + 1 >= text.length) break;
    }
    at += 1;
  }
  return rows;
}

/** A cell of a table of HTML, which may reach over several. */
export type TableCell = { text: string; down: number; across: number };

const MOST_SPAN = 1_000;

/** The rows of a table as a block: what reaches over several cells stands in the first of them, as in a spreadsheet. */
export function laidOut(table: readonly (readonly TableCell[])[]): string[][] {
  const taken = new Set<string>();
  const rows = table.map((cells, row) => {
    const texts: string[] = [];
    const fill = () => {
      while (taken.has(`${row} ${texts.length}`)) texts.push("");
    };
    for (const { text, down, across } of cells) {
      fill();
      const from = texts.length;
      for (let at = 0; at < Math.min(across, MOST_SPAN); at += 1) {
        texts.push(at ? "" : text);
        for (let below = 1; below < Math.min(down, MOST_SPAN); below += 1) taken.add(`${row + below} ${from + at}`);
      }
    }
    fill();
    return texts;
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
}
