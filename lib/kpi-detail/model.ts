import type { Change, Figure } from "@/lib/figure/model";

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
  /** Org units with at least one figure, in the tree's order; figures in the order of the row's. */
  orgUnits: { id: string; name: string; figures: Figure[] }[];
};
