"use client";
import { useLayoutEffect } from "react";

/**
 * Shows this document in its frame at a section; on the screen as its styles for print say, where it is to look like
 * paper. Page by page, with page numbers, is the PDF's. An address with an anchor would scroll the page around the frame
 * as well, away from who writes in it.
 */
export function Framed({ isOnPaper, at }: { isOnPaper: boolean; at: string }) {
  useLayoutEffect(() => {
    if (isOnPaper) for (const sheet of document.styleSheets) turn(sheet.cssRules);
    const place = document.getElementById(at);
    if (place) window.scrollTo(0, place.getBoundingClientRect().top + window.scrollY);
  }, [isOnPaper, at]);
  return null;
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
