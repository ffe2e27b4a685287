/** Markdown, ready to be pasted into the README. */

type Cell = string | number | null;

/** A table; numbers are written as `figure` does and stand on the right, null is a dash. */
export function table(head: string[], rows: Cell[][]): string {
  const right = head.map((_, at) => at > 0 && rows.every((row) => row[at] === null || typeof row[at] === "number"));
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rule = right.map((isRight) => (isRight ? "--:" : "---"));
  return [line(head), line(rule), ...rows.map((row) => line(row.map(written)))].join("\n");
}

/** Three significant digits, never an exponent: 1234 → 1,234; 12.34 → 12.3; 0.123 → 0.12. */
export function figure(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits });
}

function written(cell: Cell): string {
  if (cell === null) return "–";
  return typeof cell === "number" ? figure(cell) : cell;
}
