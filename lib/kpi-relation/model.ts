import type { KpiYear, YearView } from "@/lib/figure/model";

/** KPIs that belong to one: what hangs under it, what it hangs under, what it is calculated from, and the series before or after it. */
export type Relations = {
  kpi: KpiYear;
  parent: KpiYear | null;
  children: KpiYear[];
  inputs: KpiYear[];
  /** KPIs calculated from it that are not its children. */
  usedBy: KpiYear[];
  /** The series it took over from, or that took over from it. */
  neighbours: KpiYear[];
  /** Others of its family in the same unit of measure: "Scope 2, markedsbaseret" beside "Scope 2, lokationsbaseret". */
  family: KpiYear[];
};

/** Finds a KPI, indicator or base data, with its relations; null when the year has no such KPI. */
export function relationsOf(view: Pick<YearView, "kpis" | "base">, code: string): Relations | null {
  const all = [...view.kpis, ...view.base];
  const byCode = new Map(all.map((kpi) => [kpi.code, kpi]));
  const kpi = byCode.get(code);
  if (!kpi) return null;
  const children = all.filter((other) => other.parentCode === code);
  const inputs = (kpi.formula?.inputs ?? []).flatMap((input) => byCode.get(input) ?? []);
  const linked = [kpi.replaces?.code, kpi.replacedBy?.code].flatMap((other) => byCode.get(other ?? "") ?? []);
  return {
    kpi,
    parent: byCode.get(kpi.parentCode ?? "") ?? null,
    children,
    inputs,
    usedBy: all.filter((other) => other.formula?.inputs.includes(code) && !children.includes(other)),
    neighbours: linked,
    family: all.filter((other) => other !== kpi && isFamily(other, kpi) && !linked.includes(other)),
  };
}

/** Of one family are KPIs whose short names begin alike up to the comma, in one pillar, depth and unit of measure. */
function isFamily(a: KpiYear, b: KpiYear): boolean {
  return (
    familyName(a) !== null &&
    familyName(a) === familyName(b) &&
    a.pillarCode === b.pillarCode &&
    a.unitOfMeasure === b.unitOfMeasure &&
    (a.parentCode === null) === (b.parentCode === null)
  );
}

/** The part of a short name before its comma, or null without one. */
export function familyName({ shortName }: Pick<KpiYear, "shortName">): string | null {
  const at = shortName.indexOf(", ");
  return at > 0 ? shortName.slice(0, at) : null;
}

/** The rows of a KPI's table, each once: itself, what hangs under it, what it hangs under, its family, its inputs, its neighbours. */
export function tableRows({ kpi, parent, children, inputs, neighbours, family }: Relations): KpiYear[] {
  return [...new Set([kpi, ...children, ...(parent ? [parent] : []), ...family, ...inputs, ...neighbours])];
}
