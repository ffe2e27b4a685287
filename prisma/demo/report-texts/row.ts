import type { ChartKind } from "../../../lib/chart/kind/model.ts";
import type { AppendixPart, BlockKind, SectionKind } from "../../../lib/database/generated/enums.ts";

/** A text in the demo's two languages. */
export type Text = { da: string; en: string };

/** A block as the seed writes it; position is its place in the section. */
export type BlockRow = {
  kind: BlockKind;
  titleDa: string;
  titleEn: string;
  bodyDa: string;
  bodyEn: string;
  /** Checked by lib/report/schema.ts. */
  settings: Record<string, unknown>;
};

/** A section as the seed writes it; position is its place in the report. */
export type SectionRow = {
  kind: SectionKind;
  code: string;
  titleDa: string;
  titleEn: string;
  /** The pillar of a pillar's chapter, by code. */
  pillarCode: string | null;
  appendixPart: AppendixPart | null;
  blocks: BlockRow[];
};

/** A report as the seed writes it. */
export type ReportRow = {
  year: number;
  titleDa: string;
  titleEn: string;
  subtitleDa: string;
  subtitleEn: string;
  sections: SectionRow[];
};

const nothing: Text = { da: "", en: "" };

const paragraphed: readonly BlockKind[] = ["text", "chart", "quote", "story", "callout", "policy", "sdgs", "picture"];

/** A block; lists and paragraphs come as arrays of bilingual lines. */
export function block(kind: BlockKind, title: Text, lines: Text[], settings: Record<string, unknown> = {}): BlockRow {
  const separator = paragraphed.includes(kind) ? "\n\n" : "\n";
  return {
    kind,
    titleDa: title.da,
    titleEn: title.en,
    bodyDa: lines.map((line) => line.da).join(separator),
    bodyEn: lines.map((line) => line.en).join(separator),
    settings,
  };
}

/** The paragraph that opens a chapter. */
export const lead = (da: string, en: string) => block("text", nothing, [{ da, en }], { role: "lead" });

/** Running text. */
export const prose = (...paragraphs: Text[]) => block("text", nothing, paragraphs);

/** Running text under a heading. */
export const passage = (title: Text, ...paragraphs: Text[]) => block("text", title, paragraphs);

/** A row of KPIs with value and change. */
export const figures = (...kpis: string[]) => block("keyFacts", nothing, [], { kpis });

export const highlights = (year: number, ...lines: Text[]) =>
  block("highlights", { da: `Højdepunkter ${year}`, en: `Highlights ${year}` }, lines);

export const focus = (year: number, ...lines: Text[]) =>
  block("focusPoints", { da: `Fokus ${year}`, en: `Focus ${year}` }, lines);

export const risks = (...lines: Text[]) => block("risks", { da: "Risici", en: "Risks" }, lines);

/** One drawing area of a chart block. */
export type Panel = { kind: ChartKind; kpis: string[]; titleDa?: string; titleEn?: string };

/** A chart: message, measure, note and (where there is one panel) words beside it. */
export const chart = (title: Text, subtitle: Text, note: Text | null, panels: Panel[], aside?: Text) =>
  block(
    "chart",
    title,
    [subtitle, ...(note ? [note] : aside ? [{ da: "-", en: "-" }] : []), ...(aside ? [aside] : [])],
    { panels },
  );

/** Words set large; the title says whose. */
export const quote = (whose: Text, ...paragraphs: Text[]) => block("quote", whose, paragraphs);

export const callout = (title: Text, ...paragraphs: Text[]) => block("callout", title, paragraphs);

/** A story, with a picture or without. */
export const story = (title: Text, pictureId: string | null, ...paragraphs: Text[]) =>
  block("story", title, paragraphs, { pictureId });

export const picture = (pictureId: string, caption: Text) =>
  block("picture", nothing, [caption], { pictureId, width: "full" });

export const policy = (title: Text, settings: { since?: number; address?: string }, ...paragraphs: Text[]) =>
  block("policy", title, paragraphs, settings);

/** Lines "what we said | what we did". */
export const answers = (title: Text, ...lines: Text[]) => block("answers", title, lines);

/** A section of the report. */
export function section(
  kind: SectionKind,
  code: string,
  title: Text,
  blocks: BlockRow[],
  of: Partial<Pick<SectionRow, "pillarCode" | "appendixPart">> = {},
): SectionRow {
  return { kind, code, titleDa: title.da, titleEn: title.en, pillarCode: null, appendixPart: null, ...of, blocks };
}
