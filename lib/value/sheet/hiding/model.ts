import type { Figure } from "@/lib/figure/model";
import type { EntrySheet, SheetCell, SheetRow } from "../model";

/** Whether whoever asks may not see a figure (lib/suppression). */
type IsHidden = (place: { code: string; orgUnitId: string; year: number }) => boolean;

/** The sheet without the figures that tell of too few people: nothing of a hidden cell is left, neither its words nor what it is held against. */
export function withoutHidden(sheet: EntrySheet, isHidden: IsHidden): EntrySheet {
  const orgUnitId = sheet.orgUnit.id;
  const groups = sheet.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row): SheetRow => {
      const isHiddenIn = (year: number) => isHidden({ code: row.code, orgUnitId, year });
      const [older, newer] = row.before;
      return {
        ...row,
        before: [older && !isHiddenIn(older.year) ? older : null, newer && !isHiddenIn(newer.year) ? newer : null],
        years: row.years.map((cell) => shown(cell, isHiddenIn)),
      };
    }),
  }));
  return { ...sheet, groups };
}

function shown(cell: SheetCell, isHiddenIn: (year: number) => boolean): SheetCell {
  const lastYear = isHiddenIn(cell.year - 1) ? null : cell.lastYear;
  if (!isHiddenIn(cell.year)) return { ...cell, lastYear };
  const nothing = { cell: null, lastYear: null, confirmed: [], formula: null, beside: null };
  // Read like a figure that follows from others: whoever may not see it enters nothing here.
  return { ...cell, ...nothing, kind: cell.kind && "calculated", figure: blank(cell.year), isHidden: true };
}

function blank(year: number): Figure {
  const nothing = { amount: null, split: null, origin: null, coverage: null, basis: "", comment: "", source: "" };
  return { ...nothing, year, status: "missing", decimals: 0, isExample: false, lacks: [], restated: null };
}
