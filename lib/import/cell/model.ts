import type { DecimalText } from "@/lib/number/model";

/**
 * What a cell of a file holds, by its own account:
 * - `text`: letters, also when they look like a number;
 * - `number`: an exact decimal of up to 15 digits, which is what a spreadsheet keeps;
 * - `date`: an ISO day, because the number behind it means nothing without its format;
 * - `error`: a formula's error as it was last worked out (#REF!, #DIV/0!);
 * - `uncalculated`: a formula whose result was never saved.
 */
export type CellKind = "text" | "number" | "date" | "boolean" | "error" | "uncalculated";

/** A cell of a file that is not blank. */
export type FileCell = {
  /** From 0. */
  column: number;
  kind: CellKind;
  /** A number without its format: a cell showing 27 % says 0.27. Superscript letters are Unicode's own. */
  text: string;
  /** Its format shows a percentage. */
  isPercent: boolean;
  /** Decimals its format shows; null: as many as there are. */
  decimals: number | null;
};

/** A row of a file with its cells that are not blank, from left to right. */
export type FileRow = { /** From 0. */ index: number; isHidden: boolean; cells: FileCell[] };

/** Corners of merged cells, from 0, both included. */
export type Range = { top: number; left: number; bottom: number; right: number };

/** What is known of a sheet once it has been read to its end. */
export type SheetFacts = { merges: Range[]; hiddenColumns: number[] };

/** A file as a source of rows. Only one sheet is read at a time. */
export type RowSource = {
  kind: "xlsx" | "csv";
  sheets: { name: string; isHidden: boolean }[];
  /** The rows of a sheet in blocks, and `facts` filled at the end. */
  rows(sheet: number, facts?: SheetFacts): AsyncGenerator<FileRow[]>;
  /** How far through the file reading has come, 0 to 1. */
  progress(): number;
  close(): void;
};

/** "C12" of column 2 and row 11, as a spreadsheet names it. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "C" of column 2. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Column and row of "C12", from 0; null when it is no cell. */
export function cellPlace(name: string): { column: number; row: number } | null {
  let column = 0;
  let at = 0;
  for (; at < name.length; at++) {
    const sign = name.charCodeAt(at);
    if (sign < 65 || sign > 90) break;
    column = column * 26 + sign - 64;
  }
  const row = Number(name.slice(at));
  return at > 0 && at <= 3 && Number.isInteger(row) && row >= 1 && row <= 1_048_576
    ? { column: column - 1, row: row - 1 }
    : null;
}

/**
 * The decimal a workbook's number stands for: a spreadsheet keeps 15 digits and writes the nearest binary number, so
 * that 0.27 is stored as 0.27000000000000002. Null when it is no number.
 */
export function decimalOf(stored: string): DecimalText | null {
  if (stored.length <= 15 && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(stored)) return withoutZeros(stored);
  const number = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(number)) return null;
  const [, sign = "", digits = "", exponent = "0"] = /^(-?)([\d.]+)(?:e([+-]\d+))?$/.exec(number.toPrecision(15)) ?? [];
  return withoutZeros(sign + shifted(digits, Number(exponent)));
}

function shifted(digits: string, exponent: number): string {
  if (exponent === 0) return digits;
  const [whole = "", rest = ""] = digits.split(".");
  const all = whole + rest;
  const point = whole.length + exponent;
  if (point <= 0) return `0.${"0".repeat(-point)}${all}`;
  return point >= all.length ? all.padEnd(point, "0") : `${all.slice(0, point)}.${all.slice(point)}`;
}

function withoutZeros(text: string): string {
  const plain = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return plain === "-0" ? "0" : plain;
}
