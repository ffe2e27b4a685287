import type { Block, Report } from "@/lib/report/model";
import { spoken } from "@/lib/report/narrative/opaque/model";

/** A text of an edition in both languages, and where it stands: "producer/3 text body". The same place in another edition has the same name. */
export type FrozenText = { place: string; da: string; en: string };

/** Every text of a report as it was read, with bound numbers in it. */
export function frozenTexts({ da, en }: { da: Report; en: Report }): FrozenText[] {
  const english = new Map(placed(en));
  return placed(da).map(([place, text]) => ({ place, da: text, en: english.get(place) ?? "" }));
}

function placed(report: Report): [string, string][] {
  return [
    ["title", report.title],
    ["subtitle", report.subtitle],
    ...report.sections.flatMap(({ code, title, blocks }): [string, string][] => [
      [`${code} title`, title],
      ...blocks.flatMap((block, index): [string, string][] => [
        [`${code}/${index + 1} ${block.kind} title`, block.title],
        [`${code}/${index + 1} ${block.kind} body`, spoken(block.body)],
        ...pictureTexts(`${code}/${index + 1} ${block.kind}`, block, report),
      ]),
    ]),
  ];
}

/** What is said of a block's picture; which one it is, is said by its address. */
function pictureTexts(place: string, { settings }: Block, { pictures = {} }: Report): [string, string][] {
  const picture = "pictureId" in settings && settings.pictureId !== null ? pictures[settings.pictureId] : undefined;
  if (!picture) return [];
  return [
    [`${place} picture`, picture.id],
    [`${place} alt`, picture.alt],
    [`${place} credit`, picture.credit],
  ];
}
