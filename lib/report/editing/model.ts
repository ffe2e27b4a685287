import type { ReportText } from "@/lib/report/schema";

/** What an editor saw of a report's title and subtitle, as one text to compare: the row carries no version. */
export function seenText({ titleDa, titleEn, subtitleDa, subtitleEn }: ReportText): string {
  return JSON.stringify([titleDa, titleEn, subtitleDa, subtitleEn]);
}
