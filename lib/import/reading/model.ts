import { cellName, type FileCell, type FileRow, type SheetFacts } from "@/lib/import/cell/model";
import type { ColumnPlan, ImportPlan, ImportRefusal, SheetPlan } from "@/lib/import/model";
import { isFigure } from "@/lib/import/mapping/model";
import type { Recogniser } from "@/lib/import/recognition/model";
import { unitBehind } from "@/lib/import/recognition/model";
import { mergedFigures, rowReader, type RowLabels } from "@/lib/import/row/model";
import { readFigure, type Figure } from "@/lib/import/figure/model";
import type { World, WorldKpi, WorldOrgUnit } from "@/lib/import/world/model";
import { versionIn } from "@/lib/kpi/model";

/** Texts beside a figure; null: the file has no column for it, and what is there stays. */
export type Words = { basis: string | null; comment: string | null; source: string | null };

/** One figure of a file, or why it is none. `hint` helps to understand: what may have been meant, by what it was multiplied. */
export type ReadCell = {
  sheet: number;
  /** "C12". */
  cell: string;
  /** As it stands in the file. */
  text: string;
  kpi: WorldKpi | null;
  orgUnit: WorldOrgUnit | null;
  year: number | null;
  figure: Figure | null;
  words: Words;
  refusal: ImportRefusal | null;
  hint: string;
};

const noWords: Words = { basis: null, comment: null, source: null };
const longestShown = 200;

/** Reads the figures of a sheet row by row as planned; rows that are left out on purpose are counted by `leaveOut`. */
export function cellReader(
  sheet: SheetPlan,
  plan: ImportPlan,
  world: World,
  recognise: Recogniser,
  facts: SheetFacts,
  leaveOut: (figures: number) => void,
) {
  const labelsOf = rowReader(sheet, plan, recognise, facts);
  const merged = mergedFigures(sheet, facts.merges);
  const hiddenColumns = new Set(plan.takesHidden ? [] : facts.hiddenColumns);
  const figures = sheet.columns.filter(({ role }) => isFigure(role) && role !== "women");
  const column = (role: ColumnPlan["role"]) => sheet.columns.find((one) => one.role === role)?.column;
  const beside = {
    status: column("status"),
    women: column("women"),
    unit: column("unitOfMeasure"),
    basis: column("basis"),
    comment: column("comment"),
    source: column("source"),
  };
  const last = sheet.head.at(-1) ?? -1;
  const hasWords = beside.basis !== undefined || beside.comment !== undefined || beside.source !== undefined;

  function readRow(row: FileRow): ReadCell[] {
    if (row.index <= last || row.cells.length === 0) return [];
    const labels = labelsOf(row);
    const text = (at: number | undefined) => (at === undefined ? null : (labels.cells.get(at)?.text.trim() ?? ""));
    const words = hasWords
      ? {
          basis: unguarded(text(beside.basis)),
          comment: unguarded(text(beside.comment)),
          source: unguarded(text(beside.source)),
        }
      : noWords;
    const status = text(beside.status);
    const unit = text(beside.unit) || (labels.kpiText === "" ? null : unitBehind(labels.kpiText));
    const read: ReadCell[] = [];
    for (const one of figures) {
      const cell = labels.cells.get(one.column);
      const women = one.role === "men" && beside.women !== undefined ? labels.cells.get(beside.women) : undefined;
      // A row of a long table says its status once; without figure columns of its own it has nothing to say elsewhere.
      if (!cell && !women && (!status || figures.some((other) => labels.cells.has(other.column)) || one !== figures[0]))
        continue;
      const found = placed(one, labels, row, cell, women, status, unit);
      if (found) read.push({ ...found, words });
    }
    return read;
  }

  function placed(
    one: ColumnPlan,
    labels: RowLabels,
    row: FileRow,
    cell: FileCell | undefined,
    women: FileCell | undefined,
    status: string | null,
    unit: string | null,
  ): ReadCell | null {
    const kpiCode = one.kpi ?? (labels.kpi === undefined ? sheet.fixed.kpi : labels.kpi);
    const orgUnitCode = one.orgUnit ?? (labels.orgUnit === undefined ? sheet.fixed.orgUnit : labels.orgUnit);
    const year = one.year ?? (labels.year === undefined ? sheet.fixed.year : labels.year);
    if (kpiCode === "" || orgUnitCode === "") {
      leaveOut(1);
      return null;
    }
    const kpi = kpiCode === null ? null : (world.kpis.get(kpiCode) ?? null);
    const orgUnit = orgUnitCode === null ? null : (world.orgUnits.get(orgUnitCode) ?? null);
    const shown =
      [cell, women].flatMap((one) => (one ? [one.isPercent ? `${one.text} (%)` : one.text] : [])).join("/") ||
      status ||
      "";
    const made: ReadCell = {
      sheet: sheet.sheet,
      cell: cellName(one.column, row.index),
      text: shown.slice(0, longestShown),
      kpi,
      orgUnit,
      year,
      figure: null,
      words: noWords,
      refusal: null,
      hint: "",
    };
    const refusal = placeRefusal(made, one, labels, row);
    if (refusal) return isLabelOnly(cell, kpi) ? null : { ...made, refusal, hint: unknownLabel(refusal, labels) };
    const rules = versionIn(kpi!.versions, year!);
    if (!rules) return { ...made, refusal: "notCollected" };
    const result = readFigure(
      { cell, women, status, unit: unit ?? one.unit },
      rules,
      plan.notation,
      (text) => plan.units[`${kpi!.code} ${text}`],
    );
    if (result === null) return null;
    return result.ok
      ? { ...made, figure: result.figure, hint: result.hint }
      : { ...made, refusal: result.code, hint: result.hint };
  }

  /** The row's own text that was not recognised. */
  function unknownLabel(refusal: ImportRefusal, { cells }: RowLabels): string {
    const role = { unknownKpi: "kpi", unknownOrgUnit: "orgUnit", unknownYear: "year" } as const;
    const at = refusal in role ? column(role[refusal as keyof typeof role]) : undefined;
    return at === undefined ? "" : (cells.get(at)?.text.trim().slice(0, longestShown) ?? "");
  }

  function placeRefusal(
    { kpi, orgUnit, year }: ReadCell,
    one: ColumnPlan,
    labels: RowLabels,
    row: FileRow,
  ): ImportRefusal | null {
    if (!plan.takesHidden && (row.isHidden || hiddenColumns.has(one.column))) return "hidden";
    if (merged.has(`${row.index} ${one.column}`)) return "merged";
    if (
      (one.kpi && labels.kpi && one.kpi !== labels.kpi) ||
      (one.orgUnit && labels.orgUnit && one.orgUnit !== labels.orgUnit) ||
      (one.year && labels.year && one.year !== labels.year)
    )
      return "contradiction";
    if (!kpi) return "unknownKpi";
    if (!orgUnit) return "unknownOrgUnit";
    if (year === null || year < 1990 || year > 2100) return "unknownYear";
    return world.reach && !world.reach.has(orgUnit.id) ? "notYours" : null;
  }
  return readRow;
}

/** A heading in between ("Miljø", "2023") or a remark under the table is no figure that was refused. */
function isLabelOnly(cell: FileCell | undefined, kpi: WorldKpi | null): boolean {
  return kpi === null && cell?.kind === "text" && !/\d/.test(cell.text);
}

/** Takes off the apostrophe that our own exports put before what a spreadsheet would take for a formula. */
function unguarded(words: string | null): string | null {
  return words && /^'[ \n]*[=+\-@\t\r＝＋－＠]/.test(words) ? words.slice(1) : words;
}
