import type { TidyRow } from "@/lib/export/model";

/** Tidy rows as JSON: an array of objects with the same keys as the CSV; figures stay texts, so that no reader rounds them. */
export function tidyJson(rows: TidyRow[]): string {
  return `${JSON.stringify(rows)}\n`;
}
