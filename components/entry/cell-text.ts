import { remarkIn, type Locale } from "@/lib/language/model";
import { contentNow, refusedIn, type Column, type DraftCell } from "@/lib/value/draft/model";
import { noteIn } from "@/lib/value/model";
import { writeCell } from "@/lib/value/reading/model";
import type { EntryWords } from "./words";

/** What stands in a column of a cell, as its author would type it; a refused text as it was typed. */
export function cellText(cell: DraftCell, column: Column, locale: Locale): string {
  const refused = refusedIn(cell, column);
  if (refused) return refused.text;
  const now = contentNow(cell);
  if (column === "figure") return writeCell(now, locale);
  if (column === "status") return now.status ?? "";
  return column === "source" ? remarkIn(now.source, locale) : noteIn(now, locale);
}

/** A status as people write it; any other text as it is. */
export function statusSaid(text: string, { glyph }: Pick<EntryWords, "glyph">): string {
  return glyph[text as keyof typeof glyph] ?? text;
}
