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
  merges: Range[];
  hiddenColumns: number[];
};

/** Cells of a sheet that are kept to show: a page of a wide table, all of a narrow one. */
const mostCells = 5_000;
const mostMerges = 2_000;

/** A look as it is kept. */
export function keptLook(looks: SheetLook[]): KeptLook {
  return {
    sheets: looks.map(({ texts, rows, merges, ...look }) => ({
      ...look,
      rows: firstRows(rows),
      merges: merges.slice(0, mostMerges),
      texts: [...texts].map(([column, known]) => [column, [...known]]),
    })),
  };
}

/** A kept look as it was. */
export function lookOf({ texts, ...sheet }: KeptSheet): SheetLook {
  return { ...sheet, texts: new Map(texts.map(([column, known]) => [column, new Set(known)])) };
}

function firstRows(rows: FileRow[]): FileRow[] {
  let cells = 0;
  return rows.filter((row, at) => (cells += row.cells.length) <= mostCells || at < 12);
}
