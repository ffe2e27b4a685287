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

/** A block; lists and paragraphs come as arrays of bilingual lines. */
export function block(kind: BlockKind, title: Text, lines: Text[], settings: Record<string, unknown> = {}): BlockRow {
  const separator = kind === "text" || kind === "chart" ? "\n\n" : "\n";
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
export type Panel = { kind: "bar" | "line" | "split"; kpis: string[]; titleDa?: string; titleEn?: string };

/** A chart: message, measure, note and (where there is one panel) words beside it. */
export const chart = (title: Text, subtitle: Text, note: Text | null, panels: Panel[], aside?: Text) =>
  block(
    "chart",
    title,
    [subtitle, ...(note ? [note] : aside ? [{ da: "-", en: "-" }] : []), ...(aside ? [aside] : [])],
    { panels },
  );

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
