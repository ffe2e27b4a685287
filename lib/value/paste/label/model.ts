import { childNamed } from "@/lib/import/label/model";
import { plainName, recogniser, unitBehind, unitOf } from "@/lib/import/recognition/model";
import { conversion } from "@/lib/import/unit/model";

/** A row of a sheet as a pasted label is matched with it. */
export type PasteRow = { code: string; names: string[]; parentCode: string | null; unitOfMeasure: string };

/** Knows a sheet's rows by their names. Called, it answers with the code of the one row that a label and the texts beside it name. */
export type Labelling = {
  (label: string, beside: readonly string[]): string | null;
  rows: readonly PasteRow[];
  /** Whether rows of the sheet go by this label, be it one or several. */
  isName: (label: string) => boolean;
};

/** What each row of a block is: a row of the sheet, or none; `guess`: a label that may mean it; `isTwice`: it came before. */
export type Labelled = { label: string; row: number | null; guess: string | null; isTwice: boolean };

/** Makes what knows the rows of a sheet. Two rows of one name are told apart by the unit of measure that stands with it. */
export function labelling(rows: readonly PasteRow[]): Labelling {
  const { kpi } = recogniser({ kpis: rows.map(({ code, names }) => ({ code, names })), orgUnits: [] });
  const names = new Set(rows.flatMap((row) => row.names.map(plainName)));
  const byUnit = new Map<string, (label: string) => string | null>();
  const among = (unit: string) => {
    const measured = rows.filter(({ unitOfMeasure }) => conversion(unit, unitOfMeasure).factor !== null);
    const known = byUnit.get(unit) ?? recogniser({ kpis: measured, orgUnits: [] }).kpi;
    byUnit.set(unit, known);
    return known;
  };
  const find = (label: string, beside: readonly string[]) => {
    const only = kpi(label);
    if (only !== null) return only;
    const unit = beside.find((text) => !/^\d/.test(text) && unitOf(text) !== null) ?? unitBehind(label);
    return unit ? among(unit)(label) : null;
  };
  return Object.assign(find, { rows, isName: (label: string) => kpi(label) !== null || names.has(plainName(label)) });
}

/** The column of a block that holds KPIs' names, if one does: most of its texts are known. */
export function labelColumn(block: readonly string[][], { isName }: Labelling): number | null {
  for (let column = 0; column < Math.min(4, (block[0]?.length ?? 1) - 1); column += 1) {
    const texts = block.map((row) => row[column]?.trim() ?? "").filter((text) => text !== "" && /\p{L}/u.test(text));
    const known = texts.filter(isName).length;
    if (known > 0 && known * 3 >= texts.length) return column;
  }
  return null;
}

/** The sheet's row of each row of a block. "ift. omsætning" is the one KPI printed under the row before that shares a word with it. */
export function labelled(block: readonly string[][], labels: number, known: Labelling): Labelled[] {
  const { rows } = known;
  const indexOf = new Map(rows.map(({ code }, index) => [code, index]));
  const taken = new Set<number>();
  let above: string | null = null;
  return block.map((texts): Labelled => {
    const label = texts[labels]?.trim() ?? "";
    const beside = texts.filter((_, column) => column > labels);
    const certain = label === "" ? null : known(label, beside);
    const children = above === null ? [] : rows.filter(({ parentCode }) => parentCode === above);
    const below = certain ?? (label === "" ? null : childNamed(label, children));
    if (certain && !rows.find(({ code }) => code === certain)?.parentCode) above = certain;
    const row = below === null ? null : (indexOf.get(below) ?? null);
    if (row === null) return { label, row: null, guess: null, isTwice: false };
    if (taken.has(row)) return { label, row: null, guess: null, isTwice: true };
    taken.add(row);
    return { label, row, guess: certain ? null : label, isTwice: false };
  });
}
