"use client";
import { useLayoutEffect } from "react";

/** Draws this document on the screen as its styles for print say. Page by page, with page numbers, is the PDF's. */
export function OnPaper() {
  useLayoutEffect(() => {
    for (const sheet of document.styleSheets) turn(sheet.cssRules);
  }, []);
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
