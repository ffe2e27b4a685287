/** A file's rows, by its kind. */
import type { RowSource } from "../import/cell/model.ts";
import { openCsv } from "../import/csv/queries.ts";
import { openXlsx } from "../import/xlsx/queries.ts";

/** Opens a file, from memory or by its path, as a source of rows. Throws a Refusal when it is not what its name says. */
export function openRows(kind: string, file: Buffer | string, name: string): Promise<RowSource> {
  return kind === "csv" ? openCsv(file, name) : openXlsx(file);
}
