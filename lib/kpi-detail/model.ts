import type { CoverageView } from "@/lib/coverage/model";
import type { Counting } from "@/lib/evaluation/model";
import type { Change, Figure } from "@/lib/figure/model";
import type { DecimalText } from "@/lib/number/model";

/** What the page of one KPI says beyond its row: how it is collected, since when it is defined so, its changes year by year, its org units. */
export type KpiDetail = {
  /** First and last year the present definition holds for; null: until further notice. */
  definedFrom: number;
  definedTo: number | null;
  isCollectedPerOrgUnit: boolean;
  consolidation: "sum" | "weighted" | "none";
  /** Where frameworks ask for it. */
  references: { framework: string; edition: string; disclosure: string }[];
  /** The change of each year of the row's figures, in their order. */
  changes: Change[];
  /** Coverage of the year's figure; null: there is none, or no org units. */
  coverage: CoverageView | null;
  /** Short name of the KPI that states full-time equivalents; null: the organisation names none. */
  fteName: string | null;
  /** Years in which the organisation's figure was entered and is consolidated as well, both shown, the latest first. */
  beside: BesideView[];
  /** Org units with at least one figure, in the tree's order; figures in the order of the row's. Hidden: about too few people for whoever asks (lib/suppression). */
  orgUnits: { id: string; code: string; name: string; figures: (Figure | "hidden")[] }[];
};

/** The organisation's entered figure of a year beside the one consolidated from its org units. */
export type BesideView = {
  entered: Figure;
  consolidated: Figure;
  counts: Counting;
  /** Consolidated − entered, in the KPI's unit of measure, and in percent of the entered one; null after a zero. */
  difference: DecimalText;
  relative: DecimalText | null;
};
