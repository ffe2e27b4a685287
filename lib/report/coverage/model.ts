import type { Figure, KpiYear } from "@/lib/figure/model";

/** How many of the organisation's org units a figure covers. */
export type Coverage = { covered: number; of: number };

/** A KPI whose figure of the reporting year does not cover every org unit. */
export type PartlyCovered = { kpi: KpiYear } & Coverage;

/** The KPIs whose figure of the reporting year leaves out org units, most complete first. */
export function partlyCovered(kpis: readonly KpiYear[]): PartlyCovered[] {
  return kpis
    .flatMap((kpi) => {
      const coverage = partOf(kpi.figures.at(-1));
      return coverage ? [{ kpi, ...coverage }] : [];
    })
    .sort((a, b) => b.covered - a.covered);
}

/**
 * The years whose figure covers other org units than the year before's: nothing leads from the one to the other. Where
 * the latest change can be stated, org units only changed their names.
 */
export function unlikeYears({ figures, change }: Pick<KpiYear, "figures" | "change">): number[] {
  return figures.flatMap((figure, index) => {
    const before = figures[index - 1];
    if (!before || !isKnown(before) || !isKnown(figure) || namesOf(before) === namesOf(figure)) return [];
    return index === figures.length - 1 && change.comparable ? [] : [figure.year];
  });
}

function isKnown({ amount, split }: Figure): boolean {
  return amount !== null || split !== null;
}

function partOf(figure: Figure | undefined): Coverage | null {
  if (!figure?.coverage || !isKnown(figure)) return null;
  const { covered, of } = figure.coverage;
  return covered.length < of ? { covered: covered.length, of } : null;
}

/** Whom a figure covers, as one text; empty where it covers everybody. */
function namesOf(figure: Figure): string {
  return partOf(figure) ? [...(figure.coverage?.covered ?? [])].sort().join("\n") : "";
}
