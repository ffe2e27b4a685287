import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendixParts } from "@/lib/report/appendix/model";
import { firstSections, type Ground } from "@/lib/report/beginning/model";
import { blockSettings } from "@/lib/report/schema";

const code = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const ground: fc.Arbitrary<Ground> = fc.record({
  year: fc.integer({ min: 1900, max: 2200 }),
  template: fc.constantFrom("pillars", "appendix"),
  pillars: fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      code,
      name: fc.constant({ da: "Navn", en: "Name" }),
      kpis: fc.uniqueArray(code, { maxLength: 9 }),
    }),
    { maxLength: 6, selector: (pillar) => pillar.code },
  ),
  parts: fc.subarray(appendixParts),
});

describe("the sections a report begins with", () => {
  it("each have an address of their own, and settings their kind accepts, whatever the organisation has", () => {
    fc.assert(
      fc.property(ground, (of) => {
        const sections = firstSections(of);
        expect(new Set(sections.map((section) => section.code)).size).toBe(sections.length);
        for (const { kind, settings } of sections.flatMap(({ blocks }) => blocks))
          expect(blockSettings[kind].safeParse(settings).success).toBe(true);
      }),
    );
  });

  it("are a chapter for each pillar in order unless the appendix is all, and the appendix where there are figures for it", () => {
    fc.assert(
      fc.property(ground, (of) => {
        const sections = firstSections(of);
        const chapters = of.template === "pillars" ? of.pillars.map(({ id }) => id) : [];
        expect(sections.flatMap(({ pillarId }) => pillarId ?? [])).toEqual(chapters);
        expect(sections.some(({ kind }) => kind === "strategy")).toBe(of.template === "pillars");
        expect(sections.flatMap(({ appendixPart }) => appendixPart ?? []).sort()).toEqual([...of.parts].sort());
      }),
    );
  });

  it("draw nothing for a pillar without figures", () => {
    const [, , , chapter] = firstSections({
      year: 2025,
      template: "pillars",
      pillars: [{ id: "1", code: "p", name: { da: "P", en: "P" }, kpis: [] }],
      parts: [],
    });
    expect(chapter!.blocks.map(({ kind }) => kind)).toEqual(["text", "text", "highlights", "risks", "focusPoints"]);
    expect(chapter!.blocks.at(-1)!.title).toEqual({ da: "Fokus 2026", en: "Focus 2026" });
  });
});
