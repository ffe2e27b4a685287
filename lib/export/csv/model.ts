import { stringify } from "csv-stringify/sync";
import { tidyColumns, type TidyRow } from "@/lib/export/model";

const figures: ReadonlySet<string> = new Set(["year", "value", "men", "women", "restated_from"]);

/**
 * Tidy rows as CSV (RFC 4180, UTF-8, figures with a full stop): what a statistics program or a script reads.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front; a negative figure stays a figure.
 */
export function tidyCsv(rows: TidyRow[]): string {
  return stringify(rows, {
    header: true,
    columns: [...tidyColumns],
    record_delimiter: "windows",
    cast: { string: guardText },
  });
}

/** Rows of text as CSV of the same kind, with a guard on every cell. */
export function textCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    record_delimiter: "windows",
    cast: { string: guardText },
  });
}

/**
 * The same for a Danish spreadsheet, which opens it by a double click: semicolons, decimal commas, and the mark by which it knows UTF-8.
 */
export function danishSpreadsheetCsv(rows: TidyRow[]): string {
  const cast = (value: string, context: { column?: string | number; header: boolean }) =>
    !context.header && figures.has(String(context.column)) ? value.replaceAll(".", ",") : guardText(value, context);
  return stringify(rows, {
    header: true,
    columns: [...tidyColumns],
    record_delimiter: "windows",
    delimiter: ";",
    bom: true,
    cast: { string: cast },
  });
}

/** csv-stringify guards = + - @ tab and CR; spreadsheets also skip leading spaces and line feeds before they look for a formula. */
function guardText(value: string, context: { column?: string | number; header: boolean }) {
  return context.header || figures.has(String(context.column)) ? value : plainText(value);
}

/** A text as a cell that no spreadsheet takes for a formula, for csv-stringify's `cast.string`. */
export function plainText(value: string): string | { value: string; escape_formulas: true } {
  if (/^[ \n]+[=+\-@\t\r＝＋－＠]/.test(value)) return `'${value}`;
  return { value, escape_formulas: true };
}
