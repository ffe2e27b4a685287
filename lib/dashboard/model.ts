import type { Figure, Judgement, KpiYear, PillarView, TargetState, YearView } from "@/lib/figure/model";

/** How a KPI stands against the year before, for counting. */
export type ChangeGroup = Judgement | "notComparable";

/** How many KPIs are in each state of a target. */
export type StateCounts = Record<TargetState, number>;

/** How many KPIs became better, worse, … */
export type ChangeCounts = Record<ChangeGroup, number>;

/** The reporting year's figure; the window always ends with it. */
export function currentFigure(kpi: KpiYear): Figure | undefined {
  return kpi.figures.at(-1);
}

/** True when the year's figure is known, be it an estimate. */
export function hasFigure(kpi: KpiYear): boolean {
  const figure = currentFigure(kpi);
  return figure !== undefined && (figure.amount !== null || figure.split !== null);
}

/** The group a KPI's change is counted in. */
export function changeGroup(kpi: KpiYear): ChangeGroup {
  return kpi.change.comparable ? kpi.change.judgement : "notComparable";
}

/** Counts the states of the targets. */
export function countStates(kpis: KpiYear[]): StateCounts {
  const counts: StateCounts = {
    met: 0,
    missed: 0,
    alreadyMet: 0,
    onTrack: 0,
    behind: 0,
    baseline: 0,
    noTarget: 0,
    noData: 0,
  };
  for (const kpi of kpis) counts[kpi.target.state] += 1;
  return counts;
}

/** Counts the changes since the year before. */
export function countChanges(kpis: KpiYear[]): ChangeCounts {
  const counts: ChangeCounts = { better: 0, worse: 0, unchanged: 0, neutral: 0, notComparable: 0 };
  for (const kpi of kpis) counts[changeGroup(kpi)] += 1;
  return counts;
}

/** The numbers of the page's answers. `judged`: targets whose value could be held against them this year; a baseline cannot. */
export type Summary = {
  states: StateCounts;
  changes: ChangeCounts;
  reached: number;
  judged: number;
  /** KPIs whose change is stated, the neutral ones among them not. */
  comparable: number;
  /** The one year all judged targets are for; null when they differ. */
  targetYear: number | null;
};

/** Summarises a year. */
export function summarise(kpis: KpiYear[]): Summary {
  const states = countStates(kpis);
  const changes = countChanges(kpis);
  const reached = states.met + states.alreadyMet;
  return {
    states,
    changes,
    reached,
    judged: reached + states.missed + states.onTrack + states.behind,
    comparable: changes.better + changes.worse + changes.unchanged,
    targetYear: targetYearOf(kpis.filter((kpi) => kpi.target.state !== "baseline")) ?? targetYearOf(kpis),
  };
}

/** The year of all targets in force; null when there are none, or several years. */
export function targetYearOf(kpis: KpiYear[]): number | null {
  const years = new Set(kpis.flatMap((kpi) => (kpi.target.target ? [kpi.target.target.year] : [])));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

/** The sentence a dashboard opens with: which one, and its numbers. A year without a single judgement says how much is in. */
export type Headline =
  | { kind: "mixed" | "allReached" | "noneWorse"; reached: number; judged: number; worse: number }
  | { kind: "changesOnly"; better: number; worse: number }
  | { kind: "collecting"; known: number; total: number };

/** Chooses the sentence. Of a year that is still collected no verdict is given, only how far it has come. */
export function headlineOf(
  kpis: KpiYear[],
  { reached, judged, comparable, changes }: Summary,
  isCollecting: boolean,
): Headline {
  if (!isCollecting && comparable > 0) {
    if (judged === 0) return { kind: "changesOnly", better: changes.better, worse: changes.worse };
    const kind = changes.worse === 0 ? "noneWorse" : reached === judged ? "allReached" : "mixed";
    return { kind, reached, judged, worse: changes.worse };
  }
  return { kind: "collecting", known: kpis.filter(hasFigure).length, total: kpis.length };
}

/** One pillar of a year with its KPIs in dashboard order. */
export type PillarGroup = { pillar: PillarView; kpis: KpiYear[] };

/** Groups a year by pillar; a KPI that no pillar lists is on no dashboard. */
export function pillarGroups(view: Pick<YearView, "pillars" | "kpis">): PillarGroup[] {
  const byCode = new Map(view.kpis.map((kpi) => [kpi.code, kpi]));
  return view.pillars.map((pillar) => ({ pillar, kpis: pillar.kpiCodes.flatMap((code) => byCode.get(code) ?? []) }));
}
