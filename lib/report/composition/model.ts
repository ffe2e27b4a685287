import type { BlockKind, SectionKind } from "@/lib/database/generated/enums";

/** What can be done to a block where it stands; a transfer names the section it goes to, a place what it stands before there as well. */
export const blockActs = [
  "up",
  "down",
  "place",
  "transfer",
  "hide",
  "show",
  "duplicate",
  "remove",
  "restore",
  "confirm",
  "translate",
] as const;
/** What can be done to a block where it stands. */
export type BlockActName = (typeof blockActs)[number];

/** What can be done to a section with all its blocks. */
export const sectionActs = ["up", "down", "place", "hide", "show", "duplicate", "remove", "restore"] as const;
/** What can be done to a section with all its blocks. */
export type SectionActName = (typeof sectionActs)[number];

/** The order with one moved a step up or down; as it was where there is no further. */
export function stepped(order: readonly string[], id: string, step: "up" | "down"): string[] {
  const from = order.indexOf(id);
  const to = from + (step === "up" ? -1 : 1);
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  const next = [...order];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}

/** The order with a new one behind another; null: at the end. */
export function placed(order: readonly string[], id: string, after: string | null): string[] {
  const rest = order.filter((other) => other !== id);
  const at = after === null ? -1 : rest.indexOf(after);
  return at < 0 ? [...rest, id] : [...rest.slice(0, at + 1), id, ...rest.slice(at + 1)];
}

/** The order with one before another, which it may come new to; null: at the end, as where the other is not there. */
export function placedBefore(order: readonly string[], id: string, before: string | null): string[] {
  const rest = order.filter((other) => other !== id);
  const at = before === null ? -1 : rest.indexOf(before);
  return at < 0 ? [...rest, id] : [...rest.slice(0, at), id, ...rest.slice(at)];
}

/** Whether a section prints blocks of a kind: a cover holds key figures only. */
export function takes(section: SectionKind, kind: BlockKind): boolean {
  return section !== "cover" || kind === "keyFacts";
}

/** Whether there can be a second one like it: rows of an appendix are pointed at by number, a report has one cover. */
export function canBeDuplicated(section: SectionKind): boolean {
  return section !== "cover" && section !== "contents" && section !== "appendix";
}

/** What a copy of a section is: a chapter of its own, since a pillar opens one chapter only. */
export function kindOfCopy(section: SectionKind): SectionKind {
  return section === "pillar" || section === "strategy" ? "text" : section;
}

/** An anchor made of a title that no other section has: "Vores læger" → "vores-laeger", then "vores-laeger-2". */
export function anchorOf(title: string, taken: readonly string[]): string {
  const plain = title.toLowerCase().replaceAll("ø", "oe").replaceAll("å", "aa").replaceAll("æ", "ae");
  // Rows of the appendix ("e3") are anchors too.
  const stem = `section-${plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "")}`.slice(0, 60).replace(/-$/, "");
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
