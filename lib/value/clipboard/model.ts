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

/** Whether a pasted text is more than one cell. */
export function isBlock(text: string): boolean {
  return /\t|[\r\n][^\r\n]/.test(text);
}
