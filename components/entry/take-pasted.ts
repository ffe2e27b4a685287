import type { Place, Range } from "@/lib/value/selection/model";
import { cleaned } from "./paste-effect";
import { readPasted } from "./pasted-table";
import type { SheetStore } from "./store";
import { cellAt } from "./use-hand";
import type { RowView, SheetView } from "./view";
import { fill } from "./words";

/** A block from the clipboard, and where it was pasted. */
export type Pasted = { block: string[][]; place: Place; range: Range | null };

/** What a paste brought, where, and who is to hear of it. */
export type Taken = Omit<Pasted, "block"> & {
  text: string;
  html: string;
  view: SheetView;
  rows: RowView[];
  store: Pick<SheetStore, "edit">;
  onPasted: (pasted: Pasted) => void;
  onTold: (told: string) => void;
};

/** Takes what a clipboard brought: a block is shown before it changes anything, one cell is read at once, as one of a block would be. */
export function takePasted({ text, html, place, range, view, rows, store, onPasted, onTold }: Taken): void {
  const block = readPasted(text, html);
  const isOne = block.length === 1 && block[0]!.length === 1 && !range;
  if (!isOne) return void (block.length > 0 && onPasted({ block, place, range }));
  const here = cellAt(rows, view, place);
  if (!here?.cell.isEntered) {
    const reason = here && view.years[rows[place.row]!.years.indexOf(here.cell)]?.reason;
    return onTold(reason || view.words.state.notAskedHere);
  }
  const { cell, column } = here;
  const one = block[0]![0]!;
  const read = column === "figure" ? cleaned({ text: one, cell, unit: null }, view.locale) : { text: one, mark: "" };
  store.edit([{ id: cell.id, column, text: read.text }]);
  if (read.mark) onTold(fill(view.words.paste.mark, { mark: read.mark }));
}
