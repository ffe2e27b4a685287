import { changeGroup, type ChangeGroup } from "@/lib/dashboard/model";
import { lacksOf, type LackKind } from "@/lib/dashboard/lack/model";
import type { KpiYear, TargetState } from "@/lib/figure/model";

/** What a reader may narrow the list to; the words stand in the address as ?vis=. */
export const selections = [
  "all",
  "behind",
  "worse",
  "pending",
  "estimated",
  "partial",
  "met",
  "missed",
  "alreadyMet",
  "onTrack",
  "baseline",
  "noData",
  "noTarget",
  "better",
  "unchanged",
  "neutral",
  "notComparable",
  "missing",
  "coverageChanged",
  "targetNote",
  "seriesBreak",
  "example",
] as const;

/** One of them. */
export type Selection = (typeof selections)[number];

/** Those always offered above the list; the others are reached from the counts. */
export const tabs: readonly Selection[] = ["all", "behind", "worse", "pending", "estimated", "partial"];

const states: readonly string[] = [
  "met",
  "missed",
  "alreadyMet",
  "onTrack",
  "behind",
  "baseline",
  "noData",
  "noTarget",
] satisfies TargetState[];
const changes: readonly string[] = ["better", "worse", "unchanged", "neutral", "notComparable"] satisfies ChangeGroup[];

/** The selection an address asks for; anything unknown is all. */
export function selectionFrom(text: string | string[] | undefined): Selection {
  return selections.find((selection) => selection === text) ?? "all";
}

/** The KPIs of a selection, in the order given. */
export function select(selection: Selection, kpis: KpiYear[]): KpiYear[] {
  if (selection === "all") return kpis;
  if (states.includes(selection)) return kpis.filter((kpi) => kpi.target.state === selection);
  if (changes.includes(selection)) return kpis.filter((kpi) => changeGroup(kpi) === selection);
  return lacksOf(selection as LackKind, kpis);
}
