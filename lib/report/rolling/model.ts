import type { AppendixPart, BlockKind, SectionKind } from "@/lib/database/generated/enums";
import { itemsOf } from "@/lib/report/narrative/model";
import { movedSettings, movedYears, type Move } from "./year/model";

type Titles = { titleDa: string; titleEn: string };

/** A block of the report that goes on. */
export type RollingBlock = Titles & {
  kind: BlockKind;
  bodyDa: string;
  bodyEn: string;
  settings: unknown;
  isHidden: boolean;
  mustRewrite: boolean;
};

/** A section of the report that goes on, with its blocks in order. */
export type RollingSection = Titles & {
  kind: SectionKind;
  code: string;
  pillarId: string | null;
  appendixPart: AppendixPart | null;
  isHidden: boolean;
  blocks: RollingBlock[];
};

/**
 * The sections a report begins with that goes on from an earlier one: the same, with the years moved on that mean the
 * report's own. Focus points become what is to be answered; whatever has words is to be rewritten.
 */
export function rolledSections(sections: readonly RollingSection[], move: Move): RollingSection[] {
  return sections.map((section) => ({
    ...section,
    ...movedTitles(section, move),
    blocks: section.blocks.flatMap((block) => rolledBlock(block, move)),
  }));
}

/** A report's title and the line under it, moved on. */
export function rolledTitle<Words extends Record<string, string>>(words: Words, move: Move): Words {
  return Object.fromEntries(Object.entries(words).map(([name, text]) => [name, movedYears(text, move)])) as Words;
}

function rolledBlock(block: RollingBlock, move: Move): RollingBlock[] {
  const titles = movedTitles(block, move);
  // They answered the year before the last; this year's answers are those to last year's focus points.
  if (block.kind === "answers") return [];
  if (block.kind === "focusPoints") {
    const next = { ...block, ...titles, bodyDa: "", bodyEn: "", mustRewrite: true };
    return hasWords(block) ? [answersTo(block), next] : [next];
  }
  return [
    {
      ...block,
      ...titles,
      bodyDa: movedYears(block.bodyDa, move),
      bodyEn: movedYears(block.bodyEn, move),
      settings: movedSettings(block.settings, move),
      mustRewrite: hasWords(block) || saysWhatWasFound(block),
    },
  ];
}

/** What was said, word for word and with the years it was said of, and room for what was done. */
function answersTo({ bodyDa, bodyEn, isHidden }: RollingBlock): RollingBlock {
  const said = (body: string) =>
    itemsOf(body)
      .map(({ figure, text }) => `${[figure ?? "", text].join(" ").replaceAll("|", "/").trim()} |`)
      .join("\n");
  return {
    ...{ kind: "answers", titleDa: "", titleEn: "", settings: {}, isHidden, mustRewrite: true },
    bodyDa: said(bodyDa),
    bodyEn: said(bodyEn),
  };
}

function hasWords({ bodyDa, bodyEn }: RollingBlock): boolean {
  return bodyDa.trim() !== "" || bodyEn.trim() !== "";
}

/** A drawing's heading is its message, which last year's figures gave. */
function saysWhatWasFound({ kind, titleDa, titleEn }: RollingBlock): boolean {
  return (kind === "chart" || kind === "comparison") && `${titleDa}${titleEn}`.trim() !== "";
}

function movedTitles({ titleDa, titleEn }: Titles, move: Move): Titles {
  return { titleDa: movedYears(titleDa, move), titleEn: movedYears(titleEn, move) };
}
