import type { Locale } from "@/lib/language/model";
import { contentNow, type Column, type DraftCell } from "@/lib/value/draft/model";
import { noteOf } from "@/lib/value/model";
import { questionsTo } from "@/lib/value/question/model";
import { writeCell } from "@/lib/value/reading/model";
import type { RowView } from "./view";

/** What stands in a column of a cell, as its author would type it; a refused text as it was typed. */
export function cellText(cell: DraftCell, column: Column, locale: Locale): string {
  if (cell.refused?.column === column) return cell.refused.text;
  const now = contentNow(cell);
  if (column === "figure") return writeCell(now, locale);
  if (column === "status") return now.status ?? "";
  return column === "source" ? now.source : noteOf(now);
}

/** Whether the cell has something to say under its row: a refusal, a conflict, or a question about what was just entered. */
export function hasMessage(cell: DraftCell | undefined, row: RowView): boolean {
  if (!cell) return false;
  return (
    cell.refused !== null ||
    cell.conflict !== null ||
    (cell.isTouched && questionsTo(contentNow(cell), row.rule, row.lastYear).length > 0)
  );
}
