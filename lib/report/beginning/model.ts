import type { BlockKind, SectionKind } from "@/lib/database/generated/enums";
import { appendixParts, letters, type AppendixPart } from "@/lib/report/appendix/model";
import type { BlockSettings } from "@/lib/report/schema";

/** A word in the two languages of a report. */
type Words = { da: string; en: string };
/** What a report can begin from when it does not go on from an earlier one: everything, or the appendix alone. */
export type Template = "pillars" | "appendix";
/** What a report begins from: the organisation's pillars in order, each with its KPIs, and the parts its appendix has. */
export type Ground = {
  year: number;
  template: Template;
  pillars: { id: string; code: string; name: Words; kpis: readonly string[] }[];
  parts: readonly AppendixPart[];
};
/** A block of a new report; `settings` as its kind demands. */
export type NewBlock = { kind: BlockKind; title: Words; settings: object };
/** A section of a new report, in order. */
export type NewSection = {
  kind: SectionKind;
  code: string;
  title: Words;
  pillarId: string | null;
  appendixPart: AppendixPart | null;
  blocks: NewBlock[];
};

/** KPIs in the strip that opens a chapter, and charts that follow it: what fits one page beside the words. */
const [mostFigures, mostCharts] = [4, 2];
const untitled: Words = { da: "", en: "" };
const appendixTitles: Record<AppendixPart, Words> = {
  environment: { da: "Miljødata", en: "Environmental data" },
  social: { da: "Sociale data", en: "Social data" },
  governance: { da: "Ledelsesdata", en: "Governance data" },
};

/**
 * The sections a report begins with: cover, contents, strategy, a chapter for each pillar with its figures and with
 * room for words, highlights, risks and what comes next, and the appendix. Blocks without words are not printed.
 */
export function firstSections({ year, template, pillars, parts }: Ground): NewSection[] {
  const section = (kind: SectionKind, code: string, title: Words, blocks: NewBlock[] = []): NewSection => ({
    ...{ kind, code, title, blocks },
    pillarId: null,
    appendixPart: null,
  });
  return [
    section("cover", "cover", { da: "Forside", en: "Cover" }, [block("keyFacts", untitled, { kpis: [] })]),
    section("contents", "contents", { da: "Indhold", en: "Contents" }),
    ...(template === "appendix"
      ? []
      : [
          section("strategy", "strategy", { da: "Strategi", en: "Strategy" }, [
            block("text", untitled, { role: "lead" }),
            block("text", untitled, { role: "prose" }),
          ]),
        ]),
    ...(template === "appendix" ? [] : pillars).map(({ id, code, name, kpis }) => ({
      ...section("pillar", `chapter-${code}`, name, chapterOf(year, kpis)),
      pillarId: id,
    })),
    ...appendixParts
      .filter((part) => parts.includes(part))
      .map((part) => ({
        ...section("appendix", `appendix-${letters[part].toLowerCase()}`, appendixTitles[part]),
        appendixPart: part,
      })),
  ];
}

function chapterOf(year: number, kpis: readonly string[]): NewBlock[] {
  const figures = kpis.slice(0, mostFigures);
  return [
    block("text", untitled, { role: "lead" }),
    ...(figures.length > 0 ? [block("keyFacts", untitled, { kpis: figures })] : []),
    block("text", untitled, { role: "prose" }),
    block("highlights", { da: `Højdepunkter ${year}`, en: `Highlights ${year}` }, {}),
    block("risks", { da: "Risici", en: "Risks" }, {}),
    block("focusPoints", { da: `Fokus ${year + 1}`, en: `Focus ${year + 1}` }, {}),
    ...(figures.length > 0
      ? [
          block(
            "chart",
            { da: "Udviklingen", en: "How it develops" },
            { panels: figures.slice(0, mostCharts).map((kpi) => ({ kind: "bar" as const, kpis: [kpi] })) },
          ),
        ]
      : []),
  ];
}

function block<Kind extends BlockKind>(kind: Kind, title: Words, settings: BlockSettings[Kind]): NewBlock {
  return { kind, title, settings };
}
