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
    ...(report.house?.cover ? [["cover picture", report.house.cover.id] as [string, string]] : []),
    ...report.sections.flatMap(({ code, title, blocks }): [string, string][] => [
      [`${code} title`, title],
      ...blocks.flatMap((block, index): [string, string][] => [
        [`${code}/${index + 1} ${block.kind} title`, block.title],
        [`${code}/${index + 1} ${block.kind} body`, spoken(block.body)],
        ...drawnTexts(`${code}/${index + 1} ${block.kind}`, block, report),
      ]),
    ]),
  ];
}

/** What a block draws, in one line: a report that draws something else says something else. Empty: only its words. */
function drawnBy({ settings }: Block): string {
  if ("panels" in settings) return settings.panels.map(({ kind, kpis }) => `${kind}: ${kpis.join(", ")}`).join("; ");
  if ("kpis" in settings) return settings.kpis.join(", ");
  if ("axisFrom" in settings) return `${settings.axisFrom}–${settings.axisTo} ${settings.unitOfMeasure}`;
  if ("goals" in settings) return settings.goals.join(", ");
  if ("since" in settings) return [settings.since ?? "", settings.address].filter(Boolean).join(", ");
  return "role" in settings && settings.role === "lead" ? settings.role : "";
}

/** What a block draws beside its words, and what is said of its picture. */
function drawnTexts(place: string, block: Block, { pictures = {} }: Report): [string, string][] {
  const { settings } = block;
  const drawn = drawnBy(block);
  const picture = "pictureId" in settings && settings.pictureId !== null ? pictures[settings.pictureId] : undefined;
  return [
    ...(drawn === "" ? [] : [[`${place} drawn`, drawn] as [string, string]]),
    ...(picture === undefined
      ? []
      : ([
          [`${place} picture`, picture.id],
          [`${place} alt`, picture.alt],
          [`${place} credit`, picture.credit],
        ] as [string, string][])),
  ];
}
