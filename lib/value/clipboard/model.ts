/** Whether a pasted text is more than one cell. */
export function isBlock(text: string): boolean {
  return /\t|[\r\n][^\r\n]/.test(text);
}

/** Rows as text for a spreadsheet: tabs between cells, a break after every row, quotes around a cell that holds either. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\r\n");
}

/** Rows as a table of HTML, which keeps a cell whole whatever it holds. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const cells = (row: readonly string[]) => row.map((text) => `<td>${safe(text)}</td>`).join("");
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
}
