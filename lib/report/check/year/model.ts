import { isProse } from "@/lib/report/narrative/model";
import { headingsIn } from "@/lib/report/narrative/plain/model";
import { at, type Draft, type Finding } from "../model";

/** After these a year is looked back to. */
const lookingBack = /(?:siden|since|fra|from|mod|against|end i|end|than in|than|basisår|baseline|under|below)\s*$/iu;

/** Headings that name an older year and not the report's: last year's heading over this year's figures. Focus points name the year that comes. */
export function staleYears(draft: Draft): Finding[] {
  const headings = [
    ...draft.passages.filter(({ part }) => part === "title"),
    // A text has headings of its own.
    ...draft.passages
      .filter(({ part, kind }) => part === "body" && isProse(kind))
      .flatMap((passage) => headingsIn(passage.text).map((text) => ({ ...passage, text }))),
    ...(["da", "en"] as const).flatMap((locale) =>
      [...new Set(draft.views[locale].kpis.flatMap(({ table, appendixPart }) => (appendixPart ? [table] : [])))].map(
        (text) => ({ blockId: null, section: "", locale, part: "title" as const, kind: null, text, heading: "" }),
      ),
    ),
  ];
  return headings.flatMap((passage) => {
    const named = [...passage.text.matchAll(/(?<![\d–-])(?:19|20)\d{2}(?![\d–-])/g)].filter(
      ({ index }) => !lookingBack.test(passage.text.slice(0, index)),
    );
    const years = named.map(([year]) => Number(year));
    const due = passage.kind === "focusPoints" ? draft.year + 1 : draft.year;
    if (years.length === 0 || years.some((year) => year >= due)) return [];
    return [
      at(passage, {
        rule: "staleYear",
        excerpt: passage.text,
        values: { stated: years.join(", "), year: String(due) },
      }),
    ];
  });
}
