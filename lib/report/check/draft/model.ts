import { labelOf } from "@/lib/report/composition/label/model";
import type { Block } from "@/lib/report/model";
import { chartWordsOf, comparisonOf } from "@/lib/report/narrative/model";
import type { EditableReport } from "@/lib/report/queries";
import { translationOfBlock } from "@/lib/report/translation/model";
import type { AskedFact, Draft, Passage } from "../model";

const languages = [
  { locale: "da", title: "titleDa", body: "bodyDa" },
  { locale: "en", title: "titleEn", body: "bodyEn" },
] as const;

/** A report as it is going to be printed: without what is hidden. */
export function printedPart(report: EditableReport): EditableReport {
  const isShown = ({ isHidden }: { isHidden: boolean }) => !isHidden;
  return {
    ...report,
    sections: report.sections
      .filter(isShown)
      .map((section) => ({ ...section, blocks: section.blocks.filter(isShown) })),
  };
}

/** Every text of a report in both languages, as it is written. */
export function passagesOf(report: EditableReport): Passage[] {
  return languages.flatMap(({ locale, title, body }) => [
    { blockId: null, section: "", locale, part: "title" as const, kind: null, text: report[title], heading: "" },
    ...report.sections.flatMap((section) => [
      {
        blockId: null,
        section: section.code,
        locale,
        part: "title" as const,
        kind: null,
        text: section[title],
        heading: "",
      },
      ...section.blocks.flatMap((block) => {
        const place = { blockId: block.id, section: section.code, locale, kind: block.kind, heading: block[title] };
        return [
          { ...place, part: "title" as const, text: block[title] },
          { ...place, part: "body" as const, text: block[body] },
        ];
      }),
    ]),
  ]);
}

/** English texts whose Danish ones were changed since. */
export function staleIn(report: EditableReport): Passage[] {
  const english = passagesOf(report).filter(({ locale, blockId }) => locale === "en" && blockId !== null);
  const states = new Map(
    report.sections.flatMap(({ blocks }) => blocks.map((block) => [block.id, translationOfBlock(block)] as const)),
  );
  return english.filter(({ blockId, part }) => {
    const state = states.get(blockId!);
    return (part === "title" ? state?.heading : state?.body) === "stale";
  });
}

/** What the report's comparisons say, as facts other texts may contradict. */
export function askedOf(report: EditableReport): AskedFact[] {
  return report.sections.flatMap((section) =>
    section.blocks
      .filter(({ kind }) => kind === "comparison")
      .flatMap((block) =>
        languages.flatMap(({ locale, body }) => {
          const comparison = comparisonOf(block[body]);
          const about = comparison ? `${comparison.subtitle} ${comparison.note}` : "";
          return (comparison?.rows ?? []).map(({ question, own }) => ({
            ...{ locale, question, about, blockId: block.id },
            own: own.replace(",", "."),
          }));
        }),
      ),
  );
}

/** What came with last year's report and has not been rewritten, by its heading or first words. */
export function toRewriteIn(report: EditableReport): Draft["toRewrite"] {
  return report.sections.flatMap(({ code, blocks }) =>
    blocks
      .filter(({ mustRewrite }) => mustRewrite)
      .map((block) => ({ id: block.id, section: code, kind: block.kind, title: labelOf(block, "da") })),
  );
}

/** What each block draws, in Danish: its message, its note, its KPIs. */
export function drawnIn(sections: { code: string; blocks: Block[] }[]): Draft["blocks"] {
  return sections.flatMap(({ code, blocks }) =>
    blocks.map((block) => ({
      ...{ id: block.id, section: code, kind: block.kind, title: block.title },
      note: block.kind === "comparison" ? (comparisonOf(block.body)?.note ?? "") : chartWordsOf(block.body).note,
      kpis: block.kind === "chart" ? block.settings.panels.flatMap(({ kpis }) => kpis) : [],
    })),
  );
}
