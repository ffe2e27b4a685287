import type { FileCell, FileRow, Range, SheetFacts } from "@/lib/import/cell/model";
import type { ImportPlan, SheetPlan } from "@/lib/import/model";
import { kpiOfLabel, orgUnitOfLabel } from "@/lib/import/label/model";
import { isFigure } from "@/lib/import/mapping/model";
import { yearOf, type Recogniser } from "@/lib/import/recognition/model";

/** What a row says of its figures: "" when it is left out on purpose, null when a label leads nowhere, undefined when it has no such column. */
export type RowLabels = {
  kpi: string | null | undefined;
  kpiText: string;
  orgUnit: string | null | undefined;
  year: number | null | undefined;
  cells: Map<number, FileCell>;
};

/** Reads the labels of rows as they come: a merged label holds for all rows it spans, and a KPI's label for those indented under it. */
export function rowReader(sheet: SheetPlan, plan: ImportPlan, recognise: Recogniser, { merges }: SheetFacts) {
  const columnOf = (role: string) => sheet.columns.find((column) => column.role === role)?.column;
  const columns = { kpi: columnOf("kpi"), orgUnit: columnOf("orgUnit"), year: columnOf("year") };
  const labelColumns = new Set(
    sheet.columns.filter(({ role }) => role !== "ignore" && !isFigure(role)).map(({ column }) => column),
  );
  const spans = merges.filter(({ left, top, bottom }) => labelColumns.has(left) && bottom > top);
  const held = new Map<number, { cell: FileCell; until: number }>();
  let section: { label: string; code: string } | null = null;
  return (row: FileRow): RowLabels => {
    const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
    for (const [column, { cell, until }] of held) if (row.index <= until && !cells.has(column)) cells.set(column, cell);
    for (const span of spans)
      if (span.top === row.index && cells.has(span.left))
        held.set(span.left, { cell: cells.get(span.left)!, until: span.bottom });
    const labels: RowLabels = { kpi: undefined, kpiText: "", orgUnit: undefined, year: undefined, cells };
    if (columns.kpi !== undefined) {
      const text = cells.get(columns.kpi)?.text.trim() ?? "";
      labels.kpiText = text;
      labels.kpi = text === "" ? null : kpiOfLabel(text, section?.label ?? null, plan, recognise);
      const own = text === "" ? null : kpiOfLabel(text, null, plan, recognise);
      if (own) section = { label: text, code: own };
    }
    if (columns.orgUnit !== undefined) {
      const text = cells.get(columns.orgUnit)?.text.trim() ?? "";
      labels.orgUnit = text === "" ? null : orgUnitOfLabel(text, plan, recognise);
    }
    if (columns.year !== undefined) {
      const cell = cells.get(columns.year);
      labels.year = cell ? yearOf(cell.text, cell.kind === "text" ? "text" : cell.kind) : null;
    }
    return labels;
  };
}

/** Corners of merged cells that span several figures, as "row column": one figure cannot be several. */
export function mergedFigures(sheet: SheetPlan, merges: Range[]): Set<string> {
  const figures = new Set(sheet.columns.filter(({ role }) => isFigure(role)).map(({ column }) => column));
  const last = sheet.head.at(-1) ?? -1;
  const spanning = merges.filter(
    ({ top, left, bottom, right }) =>
      top > last &&
      figures.has(left) &&
      (bottom > top || [...figures].some((column) => column > left && column <= right)),
  );
  return new Set(spanning.map(({ top, left }) => `${top} ${left}`));
}
