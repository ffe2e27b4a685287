import type { ReferenceSource } from "@/lib/report/reference/resolution/model";
import type { KpiYear, YearView } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import type { ShownPicture } from "./picture/model";

/** A text of a report in one language, and where it stands. */
export type Passage = {
  /** The block; null: the report's or a section's own title. */
  blockId: string | null;
  /** Code of the section; empty: the report itself. */
  section: string;
  locale: Locale;
  part: "title" | "body";
  /** What kind of block says it; null: none does. */
  kind: string | null;
  /** As it is written, with its references. */
  text: string;
  /** Title of the block it belongs to, which tells what it is about. */
  heading: string;
};

/** What is asked of a comparison with others (LUP, a benchmark): facts that are no KPIs. */
export type AskedFact = { locale: Locale; question: string; about: string; own: string; blockId: string };

/** Rules of the check, a closed list. */
export const ruleNames = [
  "differs",
  "bindable",
  "rounded",
  "targetDiffers",
  "targetYear",
  "staleYear",
  "unbound",
  "mustRewrite",
  "pending",
  "wholeNumber",
  "noFootnote",
  "noTitle",
  "noPicture",
  "noAlternative",
  "noSource",
  "noTranslation",
  "staleTranslation",
  "noExplanation",
  "deadLink",
] as const;

/** A rule of the check. */
export type RuleName = (typeof ruleNames)[number];

/** What is wrong, where, and (where the check knows) what to write instead. */
export type Finding = {
  rule: RuleName;
  section: string;
  blockId: string | null;
  locale: Locale | null;
  /** The words that are meant. */
  excerpt: string;
  /** What its message is filled with. */
  values: Record<string, string>;
  /** What could be written instead: a reference. */
  instead: string | null;
  /** The KPI whose figure is meant, where it is the figure and not a text that is to be seen to. */
  about?: string;
  /** The same words in English, where the figures are meant and not a text of one language. */
  english?: { excerpt: string; values: Record<string, string> };
};

/** A report before it is published, with everything its texts are held against. */
export type Draft = {
  year: number;
  passages: Passage[];
  /** English texts older than the Danish ones they translate. */
  stale: Passage[];
  asked: AskedFact[];
  views: Record<Locale, YearView>;
  sources: Record<Locale, ReferenceSource>;
  sections: string[];
  /** Blocks that came with last year's report and have not been saved since. */
  toRewrite: { id: string; section: string; kind: string; title: string }[];
  blocks: { id: string; section: string; kind: string; title: string; note: string; kpis: string[] }[];
  pictures: ShownPicture[];
  /** Numbers of the appendix ("E3") that can be pointed at. */
  numbers: string[];
  restatements: { id: string; sentence: string; isExplained: Record<Locale, boolean> }[];
};

/** Findings nobody can accept: a report that goes out with a bare reference in its text is not finished. */
export function mustBeMended(rule: RuleName): boolean {
  return rule === "unbound";
}

/** Rules whose findings often have one reason together: figures that are waited for come in at once. */
export function shareReason(rule: RuleName): boolean {
  return rule === "pending" || rule === "noFootnote" || rule === "noTranslation";
}

/** What makes a finding the same one tomorrow: its rule, place and words. A text that changes is asked about anew. */
export function keyOf({ rule, section, blockId, locale, excerpt, values }: Finding): string {
  return JSON.stringify([rule, section, blockId, locale, excerpt, ...Object.values(values)]);
}

/** The finding in the words of a language. */
export function inWordsOf<Kind extends Finding>(finding: Kind, locale: Locale): Kind {
  return locale === "en" && finding.english ? { ...finding, ...finding.english } : finding;
}

/** Every KPI of a view. */
export function kpisOf({ kpis, base }: YearView): KpiYear[] {
  return [...kpis, ...base];
}

/** A finding at a passage. */
export function at(
  { section, blockId, locale }: Passage,
  finding: Pick<Finding, "rule" | "excerpt"> & Partial<Finding>,
): Finding {
  return { section, blockId, locale, values: {}, instead: null, ...finding };
}
