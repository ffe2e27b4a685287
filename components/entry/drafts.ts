import type { CellId } from "@/lib/value/draft/model";
import type { KeptDraft } from "./sheet-state";

/**
 * What one person has not stored of an org unit, kept by the browser across a crash: a cell each, so that two windows
 * never overwrite each other's. Storage may be full or forbidden: then nothing is kept.
 */
export function keptDrafts(userId: string, orgUnitId: string) {
  const prefix = `ledestjerne.draft ${userId} ${orgUnitId} `;
  const written = new Map<CellId, string>();
  return {
    /** The drafts of these cells, in the order they were typed. */
    read(ids: readonly CellId[]): Record<CellId, KeptDraft> {
      const found = ids.flatMap((id): [CellId, KeptDraft][] => {
        try {
          const text = localStorage.getItem(prefix + id);
          if (text === null) return [];
          written.set(id, text);
          return [[id, JSON.parse(text) as KeptDraft]];
        } catch {
          return [];
        }
      });
      return Object.fromEntries(found.sort(([, one], [, other]) => one.order - other.order));
    },
    /** Keeps these drafts, and forgets those of before that are not among them. */
    write(drafts: Record<CellId, KeptDraft>): void {
      try {
        for (const id of written.keys())
          if (!drafts[id]) {
            localStorage.removeItem(prefix + id);
            written.delete(id);
          }
        for (const [id, draft] of Object.entries(drafts)) {
          const text = JSON.stringify(draft);
          if (written.get(id) === text) continue;
          localStorage.setItem(prefix + id, text);
          written.set(id, text);
        }
      } catch {
        // The sheet still works, and still warns before it closes.
      }
    },
  };
}
