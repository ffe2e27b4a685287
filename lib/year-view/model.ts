import type { Compare } from "@/lib/comparability/model";
import type { Evaluated } from "@/lib/evaluation/model";
import type { Figure, KpiYear } from "@/lib/figure/model";
import type { Tree } from "@/lib/org-unit/model";
import { round } from "@/lib/number/fraction";
import { roundSplit, type Quantity } from "@/lib/quantity/model";
import { sinceBreak } from "@/lib/series-break/model";
import { judgeTarget, targetInForce, type StoredTarget } from "@/lib/target/model";

/** Decimals of a calculated figure whose KPI fixes none. */
const CALCULATED_DECIMALS = 2;

/** What is said of a KPI in one language and year, before its figures. */
export type KpiHead = Omit<KpiYear, "figures" | "change" | "likeForLike" | "target"> & {
  statedIn: "percent" | "percentagePoints" | "points";
};

/** A year's figure, and the decimals its KPI fixed in that year; null: as entered. */
export type YearCell = { year: number; cell: Evaluated; fixed: number | null };

/** One KPI's row: figures rounded once for print, change and target judged from the unrounded ones. */
export function kpiYear(
  head: KpiHead,
  year: number,
  cells: YearCell[],
  targets: StoredTarget[],
  tree: Tree,
  compare: Compare,
): KpiYear {
  const { statedIn: stated, ...shown } = head;
  const settled = afterTheEnd(cells);
  const figures = settled.map(({ year: at, cell, fixed }) => figureOf(at, cell, fixed, tree));
  const decimals = figures.at(-1)!.decimals;
  const differenceDecimals = Math.max(decimals, figures.at(-2)?.decimals ?? 0);
  // A target is not judged from a baseline on the other side of a series break.
  const judged = sinceBreak(settled, head.breaks, year);
  const series = (at: number): Quantity | null => judged.find((row) => row.year === at)?.cell.quantity ?? null;
  return {
    ...shown,
    figures,
    ...compare(settled.at(-2) ?? null, settled.at(-1)!, {
      direction: head.direction,
      decimals: differenceDecimals,
      statedIn: stated,
      replacesAnother: head.replaces !== null,
    }),
    target: judgeTarget(year, series, targetInForce(targets, year), decimals),
  };
}

/** Once a series has ended, the years after it say so too. Cells ascend. */
export function afterTheEnd(cells: YearCell[]): YearCell[] {
  const end = cells.findIndex(({ cell }) => cell.status === "discontinued");
  return cells.map((row, index) =>
    end >= 0 && index > end && row.cell.status === "missing"
      ? { ...row, cell: { ...row.cell, status: "discontinued" } }
      : row,
  );
}

/** Rounds a figure once, to the KPI's decimals or, where it fixes none, to those it was entered with. */
export function figureOf(year: number, cell: Evaluated, fixed: number | null, tree: Tree): Figure {
  const { status, quantity, origin, isExample, basis, comment, source, lacks } = cell;
  const isSplit = quantity?.kind === "split";
  const decimals = fixed ?? cell.scale ?? (isSplit ? 0 : CALCULATED_DECIMALS);
  return {
    year,
    status,
    origin,
    isExample,
    basis,
    comment,
    source,
    lacks,
    decimals,
    amount: quantity?.kind === "number" ? round(quantity.amount, decimals) : null,
    split: isSplit ? roundSplit(quantity, decimals) : null,
    restated: null,
    coverage: coverageOf(cell, tree),
  };
}

function coverageOf(cell: Evaluated, tree: Tree): Figure["coverage"] {
  if (!cell.covers || !cell.quantity) return null;
  const all = tree.leavesBelow(tree.rootId);
  return { covered: all.filter((node) => cell.covers!.has(node.id)).map((node) => node.name), of: all.length };
}
