import type { KeptTexts } from "./text-store";

/** What one person has not stored of a form, kept by the browser across a crash. Storage may be full or forbidden: then nothing is kept. */
export function keptTexts(userId: string, form: string) {
  const key = `ledestjerne.text ${userId} ${form}`;
  return {
    /** What was kept; null: nothing. */
    read(): KeptTexts | null {
      try {
        const text = localStorage.getItem(key);
        return text === null ? null : (JSON.parse(text) as KeptTexts);
      } catch {
        return null;
      }
    },
    /** Keeps this, or nothing any more. */
    write(kept: KeptTexts | null): void {
      try {
        if (kept) localStorage.setItem(key, JSON.stringify(kept));
        else localStorage.removeItem(key);
      } catch {
        // The form still works, and still warns before it closes.
      }
    },
  };
}
