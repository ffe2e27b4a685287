import type { FileRow, RowSource, SheetFacts } from "@/lib/import/cell/model";

/** Cells that are kept between two readings: some 60 MB, and more than any file a browser brings. */
const mostCells = 400_000;

type Kept = { blocks: FileRow[][]; facts: SheetFacts };

/** A source whose sheets are read from the file once: looked through for their headings first, they are there again for their figures. One with too many cells is read again each time. */
export function replayed(source: RowSource, most = mostCells): RowSource {
  const kept = new Map<number, Kept>();
  let cells = 0;
  let done: number | null = null;
  async function* rows(sheet: number, facts?: SheetFacts): AsyncGenerator<FileRow[]> {
    const known = kept.get(sheet);
    if (known) {
      if (facts) Object.assign(facts, structuredClone(known.facts));
      for (const [at, block] of known.blocks.entries()) {
        done = at / known.blocks.length;
        yield block;
      }
      done = 1;
      return;
    }
    done = null;
    const own: Kept = { blocks: [], facts: facts ?? { merges: [], hiddenColumns: [] } };
    for await (const block of source.rows(sheet, own.facts)) {
      for (const row of block) cells += row.cells.length;
      if (cells <= most) own.blocks.push(block);
      else own.blocks = [];
      yield block;
    }
    if (cells <= most) kept.set(sheet, { ...own, facts: { ...own.facts } });
  }
  return { ...source, rows, progress: () => done ?? source.progress() };
}
