import type { Change, Figure, KpiYear } from "@/lib/figure/model";
import { compare, fraction } from "@/lib/number/fraction";
import { sinceBreak } from "@/lib/series-break/model";

/** What the title of a KPI's page states: which sentence. The sentence's words and numbers come from the row itself. */
export type Finding =
  | "rose"
  | "fell"
  | "unchanged"
  | "roseFromZero"
  | "split"
  | "first"
  | "newSeries"
  | "seriesEnded"
  | "coverageChanged"
  | "methodChanged"
  | "scopeChanged"
  | "pending"
  | "notMeasured"
  | "notApplicable"
  | "missing";

/** The finding of a KPI in its year. */
export function findingOf(kpi: KpiYear): Finding {
  const { change } = kpi;
  if (change.comparable) return kpi.valueKind === "split" ? "split" : movement(change);
  switch (change.why) {
    case "noPrevious":
      return "first";
    case "noCurrent":
      return withoutFigure(kpi.figures.at(-1));
    default:
      return change.why;
  }
}

function movement(change: Change & { comparable: true }): Finding {
  if (change.moved === "level") return "unchanged";
  if (change.relative === null && change.moved === "up") return "roseFromZero";
  return change.moved === "up" ? "rose" : "fell";
}

function withoutFigure(figure: Figure | undefined): Finding {
  return figure?.status === "pending" || figure?.status === "notMeasured" || figure?.status === "notApplicable"
    ? figure.status
    : "missing";
}

/** The figures that can be held against the year's: those since the last series break that cover the same org units. */
export function comparableFigures({ figures, breaks }: Pick<KpiYear, "figures" | "breaks">): Figure[] {
  const last = figures.at(-1);
  if (!last) return [];
  const coverOf = ({ coverage }: Figure) => coverage?.covered.join("\n") ?? null;
  return sinceBreak(figures, breaks, last.year).filter(
    (figure) => coverOf(figure) === coverOf(last) || (figure.amount === null && figure.split === null),
  );
}

/** How the year's figure stands among those of the window. `since`: the first year with a figure. */
export type LongRun = { kind: "highest" | "lowest" | "above" | "below" | "same" | "none"; since: number };

/** Compares the year's figure with the earlier ones, as printed: highest or lowest of all, else against the first. */
export function longRun(figures: Figure[]): LongRun {
  const known = figures.flatMap(({ year, amount }) => (amount === null ? [] : [{ year, amount: fraction(amount) }]));
  const last = known.at(-1);
  const [first] = known;
  if (!first || !last || known.length < 2 || last.year !== figures.at(-1)?.year) return { kind: "none", since: 0 };
  const before = known.slice(0, -1).map(({ amount }) => compare(last.amount, amount));
  const since = first.year;
  if (before.every((side) => side === 0)) return { kind: "same", since };
  if (before.every((side) => side > 0)) return { kind: "highest", since };
  if (before.every((side) => side < 0)) return { kind: "lowest", since };
  const againstFirst = before[0] ?? 0;
  return { kind: againstFirst === 0 ? "same" : againstFirst > 0 ? "above" : "below", since };
}
