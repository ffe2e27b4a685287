import { childNamed } from "@/lib/import/label/model";
import { isBeside, isPart, recogniser, unitOf, yearOf, type Recogniser } from "@/lib/import/recognition/model";
import type { Column } from "@/lib/value/draft/model";

/** A row of a sheet as a pasted label is matched with it. */
export type PasteRow = { code: string; names: string[]; parentCode: string | null };

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
 * for one from the place on. `ignored`: headings of columns that were not used; `unmatched`: labels nobody knows;
 * `skipped`: cells beyond the sheet. `isOrdered`: the years were not named, and taken as the sheet has them.
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
  const recognise = recogniser({
    kpis: sheet.rows.map(({ code, names }) => ({ code, names })),
    orgUnits: [],
  });
  const labels = labelColumn(block, recognise);
  return labels === null ? oneForOne(block, sheet, from) : byName(block, sheet, from, labels, recognise);
}

/** The column of a block that holds KPIs' names, if one does: most of its texts are known. */
function labelColumn(block: readonly string[][], { kpi }: Recogniser): number | null {
  for (let column = 0; column < Math.min(4, (block[0]?.length ?? 1) - 1); column += 1) {
    const texts = block.map((row) => row[column]?.trim() ?? "").filter((text) => text !== "" && /\p{L}/u.test(text));
    const known = texts.filter((text) => kpi(text) !== null).length;
    if (known > 0 && known * 3 >= texts.length) return column;
  }
  return null;
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
  recognise: Recogniser,
): Arranged | "yearsUnknown" {
  const matches = matched(block, sheet, labels, recognise);
  const first = matches.findIndex((match) => match.row !== null);
  const columns = block[0]!.map((_, column) => column).filter((column) => column > labels);
  const heading = (column: number) =>
    block
      .slice(0, first)
      .map((row) => row[column]?.trim() ?? "")
      .filter((text) => text !== "");
  const body = matches.flatMap(({ row }, at) => (row === null ? [] : [block[at]!]));
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
  const isUsed = (column: number) => column === labels || years.has(column);
  return {
    isNamed: true,
    placed,
    ignored: block[0]!.flatMap((_, column) => (isUsed(column) ? [] : (heading(column).at(-1) ?? []))),
    unmatched: matches.flatMap(({ label, row, isTwice }, at) =>
      row === null &&
      !isTwice &&
      at > first &&
      block[at]!.some((text, column) => years.has(column) && text.trim() !== "")
        ? [label]
        : [],
    ),
    twice: matches.flatMap(({ label, isTwice }) => (isTwice ? [label] : [])),
    skipped,
    isOrdered,
  };
}

/** Whether headings speak of something else than a year's own figures: a target, a forecast, a quarter. */
function isOther(headings: string[]): boolean {
  return headings.some((text) => isBeside(text) || isPart(text));
}

type Match = { label: string; row: number | null; guess: string | null; isTwice: boolean };

/** The sheet's row of each row of a block. "ift. omsætning" is the one KPI printed under the row before that shares a word with it. */
function matched(block: readonly string[][], { rows }: PasteSheet, labels: number, { kpi }: Recogniser): Match[] {
  const indexOf = new Map(rows.map(({ code }, index) => [code, index]));
  const taken = new Set<number>();
  let above: string | null = null;
  return block.map((texts): Match => {
    const label = texts[labels]?.trim() ?? "";
    const known = label === "" ? null : kpi(label);
    const below =
      known ??
      (label === ""
        ? null
        : above &&
          childNamed(
            label,
            rows.filter((row) => row.parentCode === above),
          ));
    if (known && !rows.find(({ code }) => code === known)?.parentCode) above = known;
    const row = below === null ? null : (indexOf.get(below) ?? null);
    if (row === null) return { label, row: null, guess: null, isTwice: false };
    if (taken.has(row)) return { label, row: null, guess: null, isTwice: true };
    taken.add(row);
    return { label, row, guess: known ? null : label, isTwice: false };
  });
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
