import type { KeptDraft } from "./store";

/** What one person has not stored of one sheet, kept by the browser across a crash. Storage may be full or forbidden: then nothing is kept. */
export function keptDrafts(userId: string, orgUnitId: string, year: number) {
  const key = `ledestjerne.draft ${userId} ${orgUnitId} ${year}`;
  let isEmpty = false;
  return {
    read(): Record<string, KeptDraft> {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, KeptDraft>;
      } catch {
        return {};
      }
    },
    write(drafts: Record<string, KeptDraft>): void {
      const nothing = Object.keys(drafts).length === 0;
      try {
        if (!nothing) localStorage.setItem(key, JSON.stringify(drafts));
        else if (!isEmpty) localStorage.removeItem(key);
        isEmpty = nothing;
      } catch {
        // The sheet still works, and still warns before it closes.
      }
    },
  };
}
