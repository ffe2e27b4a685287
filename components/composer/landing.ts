import type { BlockKind, SectionKind } from "@/lib/database/generated/enums";
import { takes } from "@/lib/report/composition/model";

/** Where a dragged part would land: on which edge of which item of the tree, and what the act is told. */
export type Landing = { item: HTMLElement; edge: "above" | "below"; fields: Record<string, string> };

/** The item of the section or block that something in the tree belongs to: items say in `data-part` which, in `data-kind` of what kind it is. */
export function partAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-part]") : null;
}

/** A block's item stands within its section's. */
function sectionOf(item: HTMLElement): HTMLElement | null {
  return partAt(item.parentElement);
}

/** Where `dragged` would land with the pointer at this height on `target`; null: nowhere, or where it stands already. */
export function landingAt(dragged: HTMLElement, target: EventTarget | null, y: number): Landing | null {
  const under = partAt(target);
  if (!under) return null;
  const home = sectionOf(dragged);
  const section = sectionOf(under) ?? under;
  if (home && !takes(section.dataset.kind as SectionKind, dragged.dataset.kind as BlockKind)) return null;
  // A block over another section's name comes first in it, below its blocks last.
  const item = home ? (sectionOf(under) ? under : nearest(section, y)) : section;
  const edge = item === section && home ? "below" : halfOf(item, y);
  const before = item === section && home ? null : edge === "above" ? item : item.nextElementSibling;
  const stays = home === (home && section) && (before === dragged || before === dragged.nextElementSibling);
  if (stays) return null;
  const part = dragged.dataset.part!;
  const what: Record<string, string> = home ? { blockId: part, section: section.dataset.part! } : { section: part };
  return { item, edge, fields: before instanceof HTMLElement ? { ...what, before: before.dataset.part! } : what };
}

/** The block of a section that is nearer to its name or to its end; the section itself where it has none. */
function nearest(section: HTMLElement, y: number): HTMLElement {
  const blocks = [...section.querySelectorAll<HTMLElement>("[data-part]")];
  const first = blocks[0];
  if (!first) return section;
  return y < first.getBoundingClientRect().top ? first : blocks.at(-1)!;
}

function halfOf(item: HTMLElement, y: number): Landing["edge"] {
  const { top, height } = item.getBoundingClientRect();
  return y < top + height / 2 ? "above" : "below";
}
