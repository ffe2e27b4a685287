import type { Direction, ValueKind, ValueStatus } from "@/lib/database/generated/enums";
import type { DecimalText } from "@/lib/number/model";
import type { SeriesBreakView } from "@/lib/series-break/model";

/** A status of product.md, or missing: nobody has said anything about this cell yet. */
export type FigureStatus = ValueStatus | "missing";

/** How a figure came to be. */
export type FigureOrigin = "entered" | "imported" | "derived" | "consolidated" | "calculated";

/** What a figure of a published year said when it was published, and why it was changed since. */
export type Restated = {
  /** The latest restatement. */
  id: string;
  /** ISO instant. */
  at: string;
  before: { status: FigureStatus; amount: DecimalText | null; men: DecimalText | null; women: DecimalText | null };
  /** From what was published to what is said now, in percent; null where there is none. */
  percent: DecimalText | null;
  /** What was restated last. */
  kind: "value" | "factor" | "definition" | "coverage" | "target" | "orgUnit" | "counting";
  /** The number is what was published: whom it covers, what it is judged by or defined as was restated. */
  isNumberKept: boolean;
  reason: string;
};

/** What is known of one KPI for one org unit (usually the root) in one year; plain data, safe to hand to any component. */
export type Figure = {
  year: number;
  status: FigureStatus;
  /** The figure rounded once, to the KPI's decimals; null for a split and where there is none. */
  amount: DecimalText | null;
  /** Shares of a split in percent, rounded once; they sum to 100. */
  split: { men: DecimalText; women: DecimalText } | null;
  /** Decimals `amount` is printed with. */
  decimals: number;
  origin: FigureOrigin | null;
  /** Invented for the demo. */
  isExample: boolean;
  /** What an estimate rests on, or why there is no figure. */
  basis: string;
  comment: string;
  source: string;
  /** Names of the org units covered, when it is not all of them. */
  coverage: { covered: string[]; of: number } | null;
  /** Codes of the KPIs a calculation lacks. */
  lacks: string[];
  /** Changed after its year was published; null: as published. */
  restated: Restated | null;
};

/** Better or worse than the year before, by the KPI's direction. */
export type Judgement = "better" | "worse" | "unchanged" | "neutral";

/** Why a change cannot be stated. coverageChanged: the two years' figures cover different org units; methodChanged, scopeChanged: a series break. */
export type NotComparable =
  "noPrevious" | "noCurrent" | "newSeries" | "seriesEnded" | "coverageChanged" | "methodChanged" | "scopeChanged";

/** The change from the year before. Signed texts are rounded once, from unrounded figures; `relative` is null after a zero. */
export type Change =
  | {
      comparable: true;
      judgement: Judgement;
      /** Which way the number moved (of a split: the under-represented part's share). */
      moved: "up" | "down" | "level";
      /** (this − previous) ÷ |previous| in percent, whole numbers; null when previous is 0. */
      relative: DecimalText | null;
      /** this − previous, in the KPI's unit of measure, its decimals. */
      absolute: DecimalText;
      /** How people state it: in percent, percentage points (for % and splits) or points (scores and indices). */
      statedIn: "percent" | "percentagePoints" | "points";
    }
  | {
      comparable: false;
      why: NotComparable;
      /** Of a series break: what changed. */
      note?: string;
    };

/** The change between two years over the org units that both years' figures have, and the names of those in the later year. */
export type LikeForLike = { change: Change & { comparable: true }; orgUnits: string[] };

/** States of product.md, a closed list. */
export type TargetState = "met" | "missed" | "alreadyMet" | "onTrack" | "behind" | "baseline" | "noTarget" | "noData";

export type TargetKind = "atLeast" | "atMost" | "above" | "below" | "reduction" | "split";

/** A target as stated. */
export type TargetView = {
  year: number;
  kind: TargetKind;
  amount: DecimalText | null;
  scale: number;
  men: DecimalText | null;
  women: DecimalText | null;
  baselineYear: number | null;
  printsUnit: boolean;
  note: string;
  /** The limit in the KPI's own unit of measure: of a reduction, computed from the baseline's value; null while that is unknown. */
  limit: DecimalText | null;
};

/** A state and the comparison that decided it ("2,9 ≤ 4,0"; of a split, the under-represented sex's share). */
export type TargetJudgement = {
  state: TargetState;
  target: TargetView | null;
  rule: {
    subject: "value" | "men" | "women";
    left: DecimalText;
    sign: "≥" | "≤" | ">" | "<";
    right: DecimalText;
  } | null;
};

/** One KPI in one reporting year, in one language: the row of a dashboard, a report table, an export. */
export type KpiYear = {
  code: string;
  name: string;
  shortName: string;
  definition: string;
  unitOfMeasure: string;
  direction: Direction;
  valueKind: ValueKind;
  pillarCode: string | null;
  appendixPart: "environment" | "social" | "governance" | null;
  /** Heading of its table in the appendix. */
  table: string;
  /** Printed under this KPI, indented. */
  parentCode: string | null;
  /** How it is calculated, as codes, an expression with its text; null when it is entered or consolidated. */
  formula: { kind: string; inputs: string[]; factors: string[]; text: string | null } | null;
  replaces: { code: string; shortName: string } | null;
  replacedBy: { code: string; shortName: string } | null;
  /** Ascending, one per year of the window, the reporting year last. */
  figures: Figure[];
  change: Change;
  /** The change over the org units both years have, where the figures cover different ones or org units came or went; null: there is none to state. */
  likeForLike: LikeForLike | null;
  /** Breaks of its series up to the reporting year, ascending. */
  breaks: SeriesBreakView[];
  target: TargetJudgement;
  /** Codes of the footnotes marked on its name. */
  footnotes: string[];
  benchmarks: { year: number; label: string; amount: DecimalText }[];
};

/** A pillar with the codes of its KPIs in dashboard order. */
export type PillarView = {
  code: string;
  name: string;
  colour: string;
  isGuiding: boolean;
  sdgs: number[];
  themes: string[];
  kpiCodes: string[];
};

/** Everything the dashboard, report and exports say of one reporting year, in one language. */
export type YearView = {
  organisation: { id: string; slug: string; name: string; currency: string };
  year: number;
  /** The window, ascending: up to five years ending with `year`. */
  years: number[];
  /** Years that have a reporting period, ascending. */
  allYears: { year: number; state: "open" | "inReview" | "closed" | "published" }[];
  pillars: PillarView[];
  /** Indicators in appendix order. */
  kpis: KpiYear[];
  /** Base data, such as revenue. */
  base: KpiYear[];
  footnotes: { code: string; text: string }[];
  /** Open org units of the year below the root. */
  orgUnits: { id: string; code: string; name: string }[];
};
