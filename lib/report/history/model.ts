import type { BlockAct } from "@/lib/database/generated/enums";

/** When a revision was made, by whom, and by which act. */
type Made = { act: BlockAct; at: Date; by: string | null };

/** Texts save by themselves while they are written: saves of one person with no longer pause than this are one sitting. */
const PAUSE = 10 * 60_000;

/**
 * Revisions by sittings, latest first as they came: the saves of one person without a long pause between them are
 * one, of which the last one tells what it came to. Every other act stands by itself.
 */
export function sittings<Revision extends Made>(revisions: readonly Revision[]): [Revision, ...Revision[]][] {
  const found: [Revision, ...Revision[]][] = [];
  for (const revision of revisions) {
    const later = found.at(-1)?.at(-1);
    const isSame =
      later?.act === "save" &&
      revision.act === "save" &&
      revision.by === later.by &&
      later.at.getTime() - revision.at.getTime() <= PAUSE;
    if (isSame) found.at(-1)!.push(revision);
    else found.push([revision]);
  }
  return found;
}
