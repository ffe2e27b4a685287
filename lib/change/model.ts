import type { Direction } from "@/lib/database/generated/enums";
import type { Change, FigureStatus, Judgement, NotComparable } from "@/lib/figure/model";
import { compare, isZero, percentChange, round, subtract, zero, type Fraction } from "@/lib/number/fraction";
import { measure, type Quantity } from "@/lib/quantity/model";
import type { SeriesBreakView } from "@/lib/series-break/model";

type Cell = { status: FigureStatus; quantity: Quantity | null; covers: Set<string> | null };

/**
 * The change from the year before, from unrounded figures: (this − previous) ÷ |previous|.
 *
 * There is none across a series break, none between figures that cover different org units, and none where either
 * year has no figure; after a zero there is a difference but no percentage. `isSameCoverage` decides where the tree
 * changed between the years (lib/coverage); without it, the same org units are the same coverage.
 */
export function changeBetween(
  previous: Cell | null,
  current: Cell,
  kpi: {
    direction: Direction;
    decimals: number;
    statedIn: "percent" | "percentagePoints" | "points";
    replacesAnother: boolean;
    /** The series break that lies between the two years. */
    seriesBreak?: SeriesBreakView | null;
    isSameCoverage?: boolean;
  },
): Change {
  if (!current.quantity)
    return { comparable: false, why: current.status === "discontinued" ? "seriesEnded" : "noCurrent" };
  const { seriesBreak } = kpi;
  if (seriesBreak && (previous?.quantity || seriesBreak.kind === "newSeries"))
    return { comparable: false, why: reasonOf[seriesBreak.kind], note: seriesBreak.note };
  if (!previous?.quantity) return { comparable: false, why: kpi.replacesAnother ? "newSeries" : "noPrevious" };
  if (!(kpi.isSameCoverage ?? sameCover(previous.covers, current.covers)))
    return { comparable: false, why: "coverageChanged" };
  const [before, now] = [measure(previous.quantity), measure(current.quantity)];
  const difference = subtract(now, before);
  const percent = percentChange(before, now);
  return {
    comparable: true,
    judgement: judge(difference, kpi.direction),
    moved: isZero(difference) ? "level" : compare(difference, zero) > 0 ? "up" : "down",
    relative: percent && round(percent, 0),
    absolute: round(difference, kpi.decimals),
    statedIn: kpi.statedIn,
  };
}

const reasonOf = {
  newSeries: "newSeries",
  methodChange: "methodChanged",
  scopeChange: "scopeChanged",
} as const satisfies Record<SeriesBreakView["kind"], NotComparable>;

/** Better or worse by the KPI's direction. Of a split, more of the under-represented sex is better. */
function judge(difference: Fraction, direction: Direction): Judgement {
  if (isZero(difference)) return "unchanged";
  if (direction === "neutral") return "neutral";
  const rose = compare(difference, zero) > 0;
  return rose === (direction !== "lower") ? "better" : "worse";
}

function sameCover(a: Set<string> | null, b: Set<string> | null): boolean {
  return a === b || (a !== null && b !== null && a.size === b.size && [...a].every((id) => b.has(id)));
}
