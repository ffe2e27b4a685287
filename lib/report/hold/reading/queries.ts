import type { Locale } from "@/lib/language/model";
import { isProse } from "@/lib/report/narrative/model";
import { opaque } from "@/lib/report/narrative/opaque/model";
import type { EditableBlock } from "@/lib/report/queries";
import { referenceSource, type Organisation } from "@/lib/report/reference/queries";
import { boundText } from "@/lib/report/reference/resolution/model";

/** A block's words with its numbers in them, to read; `isProse`: its body is Markdown, else lines. */
export type BlockReading = { isProse: boolean } & Record<Locale, { title: string; body: string }>;

/** The words of a block as the report of the year would say them, in both languages. */
export async function readBlock(organisation: Organisation, year: number, block: EditableBlock): Promise<BlockReading> {
  const [da, en] = await Promise.all([
    referenceSource(organisation, year, "da"),
    referenceSource(organisation, year, "en"),
  ]);
  const bound = (text: string, source: typeof da) => boundText(text, source, opaque);
  return {
    isProse: isProse(block.kind),
    da: { title: bound(block.titleDa, da), body: bound(block.bodyDa, da) },
    en: { title: bound(block.titleEn, en), body: bound(block.bodyEn, en) },
  };
}
