import type { ApprovalCounts, ApprovalState } from "@/lib/approval/model";
import type { PeriodState } from "@/lib/database/generated/enums";
import type { Figure, TargetView } from "@/lib/figure/model";
import type { DecimalText } from "@/lib/number/model";
import type { SeriesBreakView } from "@/lib/series-break/model";
import type { UnusualFigure } from "@/lib/value/unusual/model";
import { EDGE, type Rank } from "./ranking/model";

/**
 * Where a value under review belongs:
 * - `unexplained`: unusual, and nobody has said why;
 * - `explained`: unusual, and somebody stands by it;
 * - `waiting`: somebody was asked: it was sent back, or is being discussed;
 * - `usual`: nothing about it is odd.
 */
export const reviewGroups = ["unexplained", "waiting", "explained", "usual"] as const;
export type ReviewGroup = (typeof reviewGroups)[number];

/** What is known of a value that decides where it belongs. */
export type Standing = {
  state: ApprovalState;
  rank: Pick<Rank, "deviation">;
  /** Questions about it, and how many of them somebody has answered. */
  questions: number;
  answered: number;
  /** Discussions about it that are open. */
  open: number;
  hasComment: boolean;
};

/** Where a value belongs. A deviation no question is asked about (from its peers, say) is explained by a comment. */
export function groupOf({ state, rank, questions, answered, open, hasComment }: Standing): ReviewGroup {
  if (state === "returned" || open > 0) return "waiting";
  if (questions > 0) return answered === questions ? "explained" : "unexplained";
  if (rank.deviation <= EDGE) return "usual";
  return hasComment || answered > 0 ? "explained" : "unexplained";
}

/** Values in the order of a review: the highest score first, and of equals as they stand on their sheets. */
export function inOrder<Item extends { rank: Pick<Rank, "score"> }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => b.rank.score - a.rank.score);
}

/** What a review is narrowed to; null: no limit. */
export type ReviewFilter = { unit: string | null; pillar: string | null; state: ApprovalState | null };

/** A value under review, ready to be shown. */
export type ReviewItem = {
  kpi: { id: string; code: string; name: string; unitOfMeasure: string };
  orgUnit: { id: string; code: string; name: string; isRoot: boolean };
  version: number;
  state: ApprovalState;
  /** Whoever looks wrote it last, so somebody else must approve it. */
  isOwn: boolean;
  rank: Rank;
  /** The year and the four before it, ascending. */
  figures: Figure[];
  breaks: SeriesBreakView[];
  /** From last year, in percent; null where there is none. */
  percent: DecimalText | null;
  /** The middle change of the other org units, in percent, and how many of them there are. */
  peers: { percent: DecimalText; count: number } | null;
  /** The organisation's target in force. */
  target: TargetView | null;
  /** What is asked about it, with the answers. */
  questions: UnusualFigure[];
  comment: string;
};

/** Values of one place, counted. */
export type ReviewCounts = ApprovalCounts & { unexplained: number };

/** The review of a year. */
export type Review = {
  year: number;
  period: { state: PeriodState; dueOn: string | null };
  /** When all of this was read. */
  seenAt: string;
  counts: ReviewCounts;
  pillars: { code: string; name: string | null; counts: ReviewCounts }[];
  orgUnits: { id: string; code: string; name: string; counts: ReviewCounts }[];
  groups: Record<ReviewGroup, { total: number; items: ReviewItem[] }>;
};
