import { isBeside, isPart, unitOf, yearOf } from "@/lib/import/recognition/model";
import type { Column } from "@/lib/value/draft/model";
import { labelColumn, labelled, labelling, type Labelling, type PasteRow } from "@/lib/value/paste/label/model";

/** A sheet as far as a paste asks: its rows, its years (as its columns stand), and what its columns after the names hold. */
export type PasteSheet = { rows: PasteRow[]; years: number[]; columns: { kind: Column; at: number }[] };

/** Where a text of the block goes: a row of the sheet, one of its years, and what of the cell it is. */
export type Placed = {
  row: number;
  at: number;
  column: Column;
  text: string;
  guess: string | null;
  unit: string | null;
};

/**
 * A block as it goes into a sheet. `named`: rows by the KPI's name, columns by year, wherever the hand is; else one
 * for one from the place on. `ignored`: headings of columns that were not used; `unmatched`: labels of figures nobody
 * knows; `skipped`: cells beyond the sheet, or of no name. `isOrdered`: the years were not named, and taken as the sheet has them.
 */
export type Arranged = {
  isNamed: boolean;
  placed: Placed[];
  ignored: string[];
  unmatched: string[];
  twice: string[];
  skipped: number;
  isOrdered: boolean;
};

/** How a block goes into a sheet; `yearsUnknown`: it names KPIs, but its columns could be any years. */
export function arranged(
  block: readonly string[][],
  sheet: PasteSheet,
  from: { row: number; column: number },
): Arranged | "yearsUnknown" {
  const known = labelling(sheet.rows);
  const labels = labelColumn(block, known);
  return labels === null ? oneForOne(block, sheet, from) : byName(block, sheet, from, labels, known);
}

function oneForOne(
  block: readonly string[][],
  { rows, columns }: PasteSheet,
  from: { row: number; column: number },
): Arranged {
  const placed: Placed[] = [];
  let skipped = 0;
  block.forEach((texts, down) =>
    texts.forEach((text, across) => {
      const [row, column] = [from.row + down, columns[Math.max(1, from.column) - 1 + across]];
      // A blank beside a figure or a glyph says nothing about the status.
      if (column?.kind === "status" && text.trim() === "") return;
      if (column && rows[row]) placed.push({ row, at: column.at, column: column.kind, text, guess: null, unit: null });
      else if (text.trim() !== "") skipped += 1;
    }),
  );
  return { isNamed: false, placed, ignored: [], unmatched: [], twice: [], skipped, isOrdered: false };
}

function byName(
  block: readonly string[][],
  sheet: PasteSheet,
  from: { column: number },
  labels: number,
  known: Labelling,
): Arranged | "yearsUnknown" {
  const matches = labelled(block, labels, known);
  const first = matches.findIndex(({ row }) => row !== null);
  const head = headOf(block, labels, first < 0 ? block.length : first);
  const columns = block[0]!.map((_, column) => column).filter((column) => column > labels);
  const heading = (column: number) => head.map((at) => block[at]![column]?.trim() ?? "").filter((text) => text !== "");
  const body = block.filter((_, at) => (first < 0 ? !head.includes(at) : matches[at]!.row !== null));
  const named = new Map(
    columns.flatMap((column) => {
      const texts = heading(column);
      const year = isOther(texts) ? null : (texts.map((text) => yearOf(text)).find((one) => one !== null) ?? null);
      return year === null ? [] : [[column, year] as const];
    }),
  );
  const isOrdered = named.size === 0;
  const open = columns.filter((column) => !isOther(heading(column)));
  const years = isOrdered ? inOrder(open, body, sheet, from) : named;
  if (years === null) return "yearsUnknown";
  const units = columns.find(
    (column) =>
      !years.has(column) && body.some((row) => unitOf(row[column] ?? "") !== null && !/^\d/.test(row[column]!)),
  );
  const placed: Placed[] = [];
  let skipped = 0;
  matches.forEach(({ row, guess }, at) => {
    if (row === null) return;
    for (const [column, year] of years) {
      const [text, index] = [block[at]![column] ?? "", sheet.years.indexOf(year)];
      if (index < 0) skipped += text.trim() === "" ? 0 : 1;
      // A blank in a table says that nothing is said, not that what is there shall go.
      else if (text.trim() !== "")
        placed.push({
          row,
          at: index,
          column: "figure",
          text,
          guess,
          unit: units === undefined ? null : (block[at]![units]?.trim() ?? null),
        });
    }
  });
  const lost = matches.flatMap(({ label, row, isTwice }, at) => {
    const figures = block[at]!.filter((text, column) => years.has(column) && text.trim() !== "").length;
    return row === null && !isTwice && !head.includes(at) ? [{ label, figures }] : [];
  });
  const isUsed = (column: number) => column === labels || years.has(column);
  return {
    isNamed: true,
    placed,
    ignored: block[0]!.flatMap((_, column) => (isUsed(column) ? [] : (heading(column).at(-1) ?? []))),
    unmatched: lost.flatMap(({ label, figures }) => (label !== "" && figures > 0 ? [label] : [])),
    twice: matches.flatMap(({ label, isTwice }) => (isTwice ? [label] : [])),
    // What has no name to be told by is counted.
    skipped: skipped + lost.reduce((sum, { label, figures }) => sum + (label === "" ? figures : 0), 0),
    isOrdered,
  };
}

/** Whether headings speak of something else than a year's own figures: a target, a forecast, a quarter. */
function isOther(headings: string[]): boolean {
  return headings.some((text) => isBeside(text) || isPart(text));
}

/** A figure or a glyph and nothing else: no year, and no two of them (2022/23). */
const bareFigure =
  /^(?:[\-−–—]|n\/a|i\/r|(?:(?:ca\.?|[<>~≈]) ?)?[+\-−]?(?!\d{4} ?\/)\d[\d.,'\s/]*(?: ?[%⁰¹²³⁴⁵⁶⁷⁸⁹*†]+| \(?\d{1,2}\))*)$/iu;

/** The rows above the first that is known that name columns. A row there with figures of its own is one nobody knows. */
function headOf(block: readonly string[][], labels: number, first: number): number[] {
  const beside = (at: number) => block[at]!.filter((_, column) => column > labels).map((text) => text.trim());
  const above = block.slice(0, first).map((_, at) => at);
  const naming = above.find((at) => beside(at).some((text) => yearOf(text) !== null));
  const isFigure = (text: string) =>
    bareFigure.test(text) && !isPart(text) && (naming !== undefined || yearOf(text) === null);
  return above.filter((at) => at === naming || block[at]![labels]?.trim() === "" || !beside(at).some(isFigure));
}

const figureLike = /^(?:[+\-−–—]|n\/a|i\/r|[+\-−]?[\d.,\s]*\d.*)$/iu;

/**
 * Which years columns without headings are: the last as many as the sheet has, in its order, with at most one of
 * targets before them; fewer begin where the hand is. Null when there are too many to tell.
 */
function inOrder(
  columns: number[],
  body: readonly string[][],
  { years }: PasteSheet,
  from: { column: number },
): Map<number, number> | null {
  const figures = columns.filter((column) => {
    const texts = body.map((row) => row[column]?.trim() ?? "").filter((text) => text !== "");
    return texts.length > 0 && texts.filter((text) => figureLike.test(text)).length * 3 >= texts.length * 2;
  });
  if (figures.length > years.length + 1 || (years.length === 1 && figures.length > 1)) return null;
  const used = figures.slice(-years.length);
  const start =
    used.length < years.length && from.column >= 1 && from.column - 1 + used.length <= years.length
      ? from.column - 1
      : 0;
  return new Map(used.map((column, index) => [column, years[start + index]!]));
}
