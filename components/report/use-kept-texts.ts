import { useEffect } from "react";
import type { keptTexts } from "./text-drafts";
import type { createTexts } from "./text-store";

/**
 * Brings back what the browser kept of a form, sends what waits when the page is hidden, looked at again or connected
 * again, and warns before it closes over what is not stored.
 */
export function useKeptTexts(store: ReturnType<typeof createTexts>, kept: ReturnType<typeof keptTexts>): void {
  useEffect(() => {
    store.restore(kept.read());
    const warn = (event: BeforeUnloadEvent) => store.hasUnstored() && event.preventDefault();
    const hide = () => document.visibilityState === "hidden" && store.flush();
    addEventListener("beforeunload", warn);
    addEventListener("online", store.retry);
    addEventListener("focus", store.retry);
    document.addEventListener("visibilitychange", hide);
    return () => {
      removeEventListener("beforeunload", warn);
      removeEventListener("online", store.retry);
      removeEventListener("focus", store.retry);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [store, kept]);
}
