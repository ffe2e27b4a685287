import type { TargetState, YearView, KpiYear, PillarView } from "@/lib/figure/model";
import type { SectionKind } from "@/lib/database/generated/enums";
import type { BlockSettings } from "@/lib/report/schema";
import type { Locale } from "@/lib/language/model";
import type { PictureView } from "@/lib/picture/model";
import type { PanelParts } from "@/lib/report/panel/model";
import { appendixOf, type Appendix, type AppendixPart } from "@/lib/report/appendix/model";

/** A block of a section, in one language. */
export type Block = { id: string; title: string; body: string } & {
  [Kind in keyof BlockSettings]: { kind: Kind; settings: BlockSettings[Kind] };
}[keyof BlockSettings];

/** A block of one kind. */
export type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** A part of the report, in one language. */
export type Section = {
  kind: SectionKind;
  code: string;
  title: string;
  pillarCode: string | null;
  appendixPart: AppendixPart | null;
  blocks: Block[];
};

/** How the organisation's own house looks: its colour ("" = the product's), its logo as a data: address, its picture on the cover, the languages it is offered in, the days of its year where they are not the calendar's. */
export type House = {
  colour: string;
  logo: string | null;
  cover: PictureView | null;
  languages: Locale[];
  days: { from: string; to: string } | null;
};

/** The annual report as written, in one language. */
export type Report = {
  year: number;
  title: string;
  subtitle: string;
  sections: Section[];
  house?: House;
  /** The pictures its blocks show, by id. */
  pictures?: Record<string, PictureView>;
};

/** How many KPIs are in each state of their target, best first; states nobody is in are left out. */
export type Tally = { state: TargetState; count: number }[];

/** A pillar with the states of its KPIs, best first, and its place among the guiding ones (null: a chapter beside them). */
export type PillarStates = { pillar: PillarView; number: number | null; states: TargetState[]; tally: Tally };

/** Everything a page or an export says of a report: the words, the figures, and the appendix numbered. */
export type ReportView = {
  report: Report;
  view: YearView;
  appendix: Appendix;
  pillars: PillarStates[];
  tally: Tally;
  /** KPIs of the appendix on target, of how many; null while nothing has a target. */
  headline: { reached: number; of: number; targetYear: number; liesAhead: boolean } | null;
  /** What drawings show beyond the organisation's own figures. */
  parts: PanelParts;
};

/** The order in which states are shown: reached, under way, short of it, not to be judged. */
const stateOrder: readonly TargetState[] = [
  "met",
  "alreadyMet",
  "onTrack",
  "behind",
  "missed",
  "baseline",
  "noData",
  "noTarget",
];

/** Counts KPIs by the state of their target. */
export function tallyOf(kpis: readonly KpiYear[]): Tally {
  return stateOrder
    .map((state) => ({ state, count: kpis.filter((kpi) => kpi.target.state === state).length }))
    .filter(({ count }) => count > 0);
}

/** The year most KPIs' targets are for, the nearer on a tie; null without targets. */
export function commonTargetYear(kpis: readonly KpiYear[]): number | null {
  const counts = new Map<number, number>();
  for (const { target } of kpis)
    if (target.target) counts.set(target.target.year, (counts.get(target.target.year) ?? 0) + 1);
  return (
    [...counts].sort(([year, count], [otherYear, otherCount]) => otherCount - count || year - otherYear)[0]?.[0] ?? null
  );
}

/** Puts a report's words and its year's figures together. Pure: the same two always make the same report. */
export function assembleReport(
  report: Report,
  view: YearView,
  parts: PanelParts = { drivers: {}, orgUnits: {} },
): ReportView {
  const printed = view.kpis.filter((kpi) => kpi.appendixPart !== null);
  const targetYear = commonTargetYear(printed);
  const reached = printed.filter(({ target }) => target.state === "met" || target.state === "alreadyMet").length;
  return {
    report,
    view,
    parts,
    appendix: appendixOf(view),
    pillars: pillarsOf(view),
    tally: tallyOf(printed),
    headline:
      targetYear === null ? null : { reached, of: printed.length, targetYear, liesAhead: targetYear > view.year },
  };
}

function pillarsOf(view: YearView): PillarStates[] {
  let guiding = 0;
  return view.pillars.map((pillar) => {
    const kpis = kpisByCode(view, pillar.kpiCodes).filter((kpi) => kpi.appendixPart !== null);
    const tally = tallyOf(kpis);
    return {
      pillar,
      number: pillar.isGuiding ? ++guiding : null,
      tally,
      states: tally.flatMap(({ state, count }) => Array<TargetState>(count).fill(state)),
    };
  });
}

/** The KPIs of these codes, in this order; a code the organisation does not know is left out. */
export function kpisByCode(view: YearView, codes: readonly string[]): KpiYear[] {
  return codes.flatMap((code) => [...view.kpis, ...view.base].find((kpi) => kpi.code === code) ?? []);
}

/** The chapter of a pillar, to link to; null when the report has none. */
export function chapterOf(report: Report, pillarCode: string): Section | null {
  return report.sections.find((section) => section.kind === "pillar" && section.pillarCode === pillarCode) ?? null;
}
