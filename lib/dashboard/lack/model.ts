import { currentFigure } from "@/lib/dashboard/model";
import type { KpiYear, NotComparable } from "@/lib/figure/model";

/** Something a reader of the year must know is not there, or not as it seems. */
export type LackKind =
  "missing" | "pending" | "estimated" | "partial" | "coverageChanged" | "seriesBreak" | "targetNote" | "example";

/** The KPIs a lack concerns, in dashboard order. */
export type Lack = { kind: LackKind; kpis: KpiYear[] };

const brokenBy: readonly NotComparable[] = ["newSeries", "methodChanged", "scopeChanged"];

const rules: Record<LackKind, (kpi: KpiYear) => boolean> = {
  missing: (kpi) => currentFigure(kpi)?.status === "missing",
  pending: (kpi) => currentFigure(kpi)?.status === "pending",
  estimated: (kpi) => currentFigure(kpi)?.status === "estimated",
  partial: isPartial,
  coverageChanged: (kpi) => !kpi.change.comparable && kpi.change.why === "coverageChanged",
  seriesBreak: (kpi) => !kpi.change.comparable && brokenBy.includes(kpi.change.why),
  targetNote: (kpi) => (kpi.target.target?.note ?? "") !== "",
  example: (kpi) => currentFigure(kpi)?.isExample === true,
};

/** True when the year's figure covers fewer org units than there are. */
function isPartial(kpi: KpiYear): boolean {
  const coverage = currentFigure(kpi)?.coverage;
  return coverage !== null && coverage !== undefined && coverage.covered.length < coverage.of;
}

/** True when the KPI has the lack. */
export function lacksOf(kind: LackKind, kpis: KpiYear[]): KpiYear[] {
  return kpis.filter(rules[kind]);
}

/** What a year lacks, the gravest first; kinds that concern nothing are left out. */
export function lacks(kpis: KpiYear[]): Lack[] {
  const kinds = Object.keys(rules) as LackKind[];
  return kinds.map((kind) => ({ kind, kpis: lacksOf(kind, kpis) })).filter((lack) => lack.kpis.length > 0);
}

/** Names of what is concerned, each once: a figure relative to another is spoken of under the name of its parent. */
export function namesOf(concerned: KpiYear[], all: KpiYear[]): string[] {
  const byCode = new Map(all.map((kpi) => [kpi.code, kpi]));
  return [...new Set(concerned.map((kpi) => (byCode.get(kpi.parentCode ?? "") ?? kpi).shortName))];
}
