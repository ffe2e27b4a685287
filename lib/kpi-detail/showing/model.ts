import type { Split } from "@/lib/driver/split/model";
import type { TrueUp } from "@/lib/estimate/model";
import type { YearView } from "@/lib/figure/model";
import type { HistoryLine } from "@/lib/history/model";
import type { KpiDetail } from "@/lib/kpi-detail/model";
import type { Relations } from "@/lib/kpi-relation/model";
import type { Lineage } from "@/lib/lineage/model";

/** All that is shown of a KPI in a year to somebody, less what is hidden from them. */
export type KpiShowing = {
  view: YearView;
  relations: Relations;
  detail: KpiDetail;
  /** Why the figure changed; null where that cannot be split. */
  split: { split: Split; lineage: Lineage } | null;
  /** The latest acts on its values, at most `mostActs`. Not everybody may read them. */
  acts: HistoryLine[];
  mostActs: number;
  trueUps: TrueUp[];
};
