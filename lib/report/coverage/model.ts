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

/** Those among them that covered other org units the year before: held against it, their change is not like for like. */
export function newlyCovered(kpis: readonly KpiYear[]): PartlyCovered[] {
  return partlyCovered(kpis).filter(({ kpi }) => namesOf(kpi.figures.at(-1)) !== namesOf(kpi.figures.at(-2)));
}

function partOf(figure: Figure | undefined): Coverage | null {
  if (!figure?.coverage || (figure.amount === null && figure.split === null)) return null;
  const { covered, of } = figure.coverage;
  return covered.length < of ? { covered: covered.length, of } : null;
}

function namesOf(figure: Figure | undefined): string {
  return figure?.coverage ? [...figure.coverage.covered].sort().join("\n") : "";
}
