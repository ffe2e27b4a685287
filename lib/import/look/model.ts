import type { FileRow, Range } from "@/lib/import/cell/model";
import type { SheetLook } from "@/lib/import/table/model";

/** A look as it is kept with the import, so that the mapping can be shown and changed without reading the file again. */
export type KeptLook = { sheets: KeptSheet[] };
export type KeptSheet = {
  name: string;
  isHidden: boolean;
  rows: FileRow[];
  count: number;
  hiddenRows: number;
  texts: [number, string[]][];
  /** Missing with imports looked at before they were kept apart from texts. */
  numbers?: [number, string[]][];
  merges: Range[];
  hiddenColumns: number[];
};

/** Cells of a sheet that are kept to show: a page of a wide table, all of a narrow one. */
const mostCells = 5_000;
const mostMerges = 2_000;

/** A look as it is kept. */
export function keptLook(looks: SheetLook[]): KeptLook {
  return {
    sheets: looks.map(({ texts, numbers, rows, merges, ...look }) => ({
      ...look,
      rows: firstRows(rows),
      merges: merges.slice(0, mostMerges),
      texts: listed(texts),
      numbers: listed(numbers),
    })),
  };
}

/** A kept look as it was. */
export function lookOf({ texts, numbers, ...sheet }: KeptSheet): SheetLook {
  return { ...sheet, texts: known(texts), numbers: known(numbers ?? []) };
}

function listed(texts: SheetLook["texts"]): KeptSheet["texts"] {
  return [...texts].map(([column, known]) => [column, [...known]]);
}

function known(texts: KeptSheet["texts"]): SheetLook["texts"] {
  return new Map(texts.map(([column, all]) => [column, new Set(all)]));
}

function firstRows(rows: FileRow[]): FileRow[] {
  let cells = 0;
  return rows.filter((row, at) => (cells += row.cells.length) <= mostCells || at < 12);
}
