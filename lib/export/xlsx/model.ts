import writeExcelFile, { type Cell, type Row, type Sheet } from "write-excel-file/node";
import type { SheetCell, SheetPlan } from "@/lib/export/model";

const ink = "#16202A";
const muted = "#55616B";
const headStyle = {
  fontWeight: "bold",
  textColor: ink,
  bottomBorderStyle: "thin",
  bottomBorderColor: ink,
  alignVertical: "bottom",
  wrap: true,
} as const;

/** The workbook as bytes: figures as numbers with the decimals they are printed with, texts always as texts, the heading row and the names frozen. */
export async function workbook(plans: SheetPlan[]): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await writeExcelFile(plans.map(sheetOf), { fontFamily: "Calibri", fontSize: 11 }).toBuffer());
}

function sheetOf({ name, head, rows, layout }: SheetPlan): Sheet<Buffer> {
  const isAppendix = !layout && head.length > 3;
  // In a table of the appendix, figures begin after number, name, unit of measure and target, and end before state and notes.
  const isFigure = (column: number) =>
    layout ? layout.figures.includes(column) : isAppendix && column >= 3 && column < head.length - 2;
  const headRow: Row = head.map((value, column) => ({
    ...headStyle,
    value: safe(value),
    type: String,
    align: isFigure(column) ? "right" : "left",
  }));
  const body = rows.map(({ cells, isHeading }): Row =>
    isHeading
      ? cells.map((cell) => ({ value: textOf(cell), type: String, fontWeight: "bold" }))
      : cells.map((cell, column) => cellOf(cell, isFigure(column), isAppendix && column > 4)),
  );
  const widths = layout
    ? layout.widths
    : isAppendix
      ? [7, 58, 15, 14, ...Array<number>(head.length - 6).fill(11), 16, 8]
      : [8, 110, 24];
  return {
    sheet: name,
    data: [headRow, ...body],
    stickyRowsCount: 1,
    ...(isAppendix ? { stickyColumnsCount: 2 } : {}),
    columns: widths.map((width) => ({ width })),
    showGridLines: false,
  };
}

function cellOf(cell: SheetCell, isFigure: boolean, isOlder: boolean): Cell {
  const style = { alignVertical: "top", wrap: !isFigure, ...(isOlder ? { textColor: muted } : {}) } as const;
  if (typeof cell === "string")
    return { ...style, value: safe(cell), type: String, align: isFigure ? "right" : "left" };
  // The only place an exact decimal becomes a binary number: a worksheet knows no other, and the format shows the printed decimals.
  return {
    ...style,
    value: Number(cell.amount),
    type: Number,
    align: "right",
    format: formatOf(cell),
  };
}

function formatOf({ decimals, isEstimated, isRestated }: Exclude<SheetCell, string>): string {
  const marks = `${isEstimated ? "ᵉ" : ""}${isRestated ? "ʳ" : ""}`;
  return `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${marks && `"${marks}"`}`;
}

function textOf(cell: SheetCell): string {
  return safe(typeof cell === "string" ? cell : cell.amount);
}

/** XML 1.0 has no place for control characters; a workbook with one will not open. */
function safe(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
