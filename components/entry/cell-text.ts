import { remarkIn, type Locale } from "@/lib/language/model";
import { contentNow, type Column, type DraftCell } from "@/lib/value/draft/model";
import { noteIn } from "@/lib/value/model";
import { writeCell } from "@/lib/value/reading/model";

/** What stands in a column of a cell, as its author would type it; a refused text as it was typed. */
export function cellText(cell: DraftCell, column: Column, locale: Locale): string {
  if (cell.refused?.column === column) return cell.refused.text;
  const now = contentNow(cell);
  if (column === "figure") return writeCell(now, locale);
  if (column === "status") return now.status ?? "";
  return column === "source" ? remarkIn(now.source, locale) : noteIn(now, locale);
}
