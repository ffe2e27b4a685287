import type { Block } from "@/lib/report/model";
import type { Draft, Finding } from "../model";

/** A block that is to show a picture, with what the picture shows in words; null: none is chosen, or it is not there. */
export type ShownPicture = {
  section: string;
  blockId: string;
  title: string;
  alt: { da: string; en: string } | null;
};

/** The blocks of a report that show pictures, each with its picture's words. A story may do without. */
export function shownPictures(
  sections: { code: string; blocks: Block[] }[],
  words: ReadonlyMap<string, { altDa: string; altEn: string }>,
): ShownPicture[] {
  return sections.flatMap(({ code, blocks }) =>
    blocks.flatMap(({ id, kind, title, settings }) => {
      if (!("pictureId" in settings) || (kind === "story" && settings.pictureId === null)) return [];
      const said = words.get(settings.pictureId ?? "");
      return [{ section: code, blockId: id, title, alt: said ? { da: said.altDa, en: said.altEn } : null }];
    }),
  );
}

/** Picture blocks without a picture, and pictures that say nothing to those who cannot see them. */
export function picturesLacking({ pictures }: Draft): Finding[] {
  return pictures.flatMap(({ section, blockId, title, alt }): Finding[] => {
    const place = { section, blockId, excerpt: title || alt?.da || alt?.en || "", values: {}, instead: null };
    if (alt === null) return [{ ...place, locale: null, rule: "noPicture" }];
    return (["da", "en"] as const)
      .filter((locale) => alt[locale].trim() === "")
      .map((locale) => ({ ...place, locale, rule: "noAlternative" }));
  });
}
