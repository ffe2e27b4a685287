import { remarkIn, type Locale } from "@/lib/language/model";
import { noteIn } from "@/lib/value/model";
import type { CellView, SheetView } from "./view";
import { fill, type EntryWords } from "./words";

/** Why nobody can enter a cell: what its year is, else what the cell is. */
export function whyNotEntered(cell: CellView, view: Pick<SheetView, "years" | "words" | "locale">): string {
  const { reason } = view.years.find(({ year }) => year === cell.year)!;
  return reason || whyLocked(cell, cell.worked.lacks.join(", "), view);
}

/** Why nothing is entered in a cell, or what is stored in it all the same. */
export function whyLocked(
  { kind, cell, worked }: CellView,
  lacks: string,
  { words: { state }, locale }: { words: EntryWords; locale: Locale },
): string {
  if (kind === "calculated") return lacks && fill(state.lacks, { names: lacks });
  if (kind === "consolidated") return worked.coverage || state.fromOrgUnits;
  if (!cell) return state.notAskedHere;
  return [remarkIn(cell.source, locale), noteIn(cell, locale)].filter(Boolean).join(" · ") || state.notAskedHere;
}
