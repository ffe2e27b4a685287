import type { ReportText } from "@/lib/report/schema";

/**
 * What became of words that were saved. `seen` is what the next save of the same words must name. A conflict carries
 * what somebody else stored in the meantime, by field; nothing was written then.
 */
export type TextOutcome =
  | { outcome: "saved" | "unchanged"; seen: string }
  | { outcome: "conflict"; seen: string; stored: Record<string, string> }
  | { outcome: "gone" };

/** What an editor saw of a report's title and subtitle, as one text to compare: the row carries no version. */
export function seenText({ titleDa, titleEn, subtitleDa, subtitleEn }: ReportText): string {
  return JSON.stringify([titleDa, titleEn, subtitleDa, subtitleEn]);
}

/** Whether what is to be stored is there already. */
export function saysTheSame<Words extends Record<string, string>>(stored: Words, words: Words): boolean {
  return Object.entries(words).every(([name, text]) => stored[name] === text);
}
