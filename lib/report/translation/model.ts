import { createHash } from "node:crypto";

/**
 * How the two languages of a text stand to each other. `stale`: the Danish one was changed after the English one was
 * last written, and says something else than it did then.
 */
export type Translation = "none" | "translated" | "missingDa" | "missingEn" | "stale";

/** A text in both languages; `translated` is the MD5 of the Danish one when the English one was last written. */
export type TranslatedText = { da: string; en: string; translated: string };

/** A block's words with what its row keeps of their translation. */
export type TranslatedBlock = {
  titleDa: string;
  titleEn: string;
  bodyDa: string;
  bodyEn: string;
  headingTranslated: string;
  bodyTranslated: string;
};

/** The digest a row keeps of the Danish words, as the database computes it. */
export function digestOf(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

/** How one text stands. */
export function translationOf({ da, en, translated }: TranslatedText): Translation {
  const [isDanish, isEnglish] = [da.trim() !== "", en.trim() !== ""];
  if (!isDanish && !isEnglish) return "none";
  if (!isEnglish) return "missingEn";
  if (!isDanish) return "missingDa";
  return translated === "" || translated === digestOf(da) ? "translated" : "stale";
}

/** How a block's heading and text stand. */
export function translationOfBlock(block: TranslatedBlock): { heading: Translation; body: Translation } {
  return {
    heading: translationOf({ da: block.titleDa, en: block.titleEn, translated: block.headingTranslated }),
    body: translationOf({ da: block.bodyDa, en: block.bodyEn, translated: block.bodyTranslated }),
  };
}
