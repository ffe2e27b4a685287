"use client";
import { useLayoutEffect } from "react";

/** Where the frame was last looked at, for as long as the tab is open. */
const KEPT = "preview-place";

/**
 * Shows this document in its frame at a section, or where in it the reader was when it was last loaded; on the screen
 * as its styles for print say, where it is to look like paper. Page by page, with page numbers, is the PDF's. An address
 * with an anchor would scroll the page around the frame as well, away from who writes in it.
 */
export function Framed({ isOnPaper, at }: { isOnPaper: boolean; at: string }) {
  useLayoutEffect(() => {
    if (isOnPaper) for (const sheet of document.styleSheets) turn(sheet.cssRules);
    const place = document.getElementById(at) ?? document.documentElement;
    const top = () => place.getBoundingClientRect().top;
    // The section may have grown or moved since: what is kept is how far into it the reader was.
    window.scrollTo(0, top() + window.scrollY + keptFor(shown()));
    const keep = () => sessionStorage.setItem(KEPT, JSON.stringify({ shown: shown(), into: -top() }));
    window.addEventListener("scroll", keep, { passive: true });
    return () => window.removeEventListener("scroll", keep);
  }, [isOnPaper, at]);
  return null;
}

/** What the frame shows, whichever version of it. */
function shown(): string {
  const query = new URLSearchParams(location.search);
  query.delete("v");
  return `${location.pathname}?${query}`;
}

function keptFor(address: string): number {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") as { shown?: string; into?: number };
  return kept.shown === address ? (kept.into ?? 0) : 0;
}

function turn(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const asked = rule.media.mediaText;
      if (/\bprint\b/.test(asked)) rule.media.mediaText = asked.replace(/\bprint\b/g, "screen");
      else if (/\bscreen\b/.test(asked)) rule.media.mediaText = asked.replace(/\bscreen\b/g, "print");
    }
    if (rule instanceof CSSGroupingRule) turn(rule.cssRules);
  }
}
