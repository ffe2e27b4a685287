import { expect, test } from "vitest";
import { frozenTexts } from "@/lib/edition/texts/model";
import type { Block, Report } from "@/lib/report/model";

type Drawn = { kind: string; settings: object };

const pictureId = "b7d1a6b0-33c5-4d6f-8f35-0d2f4a7b9c11";
const report = (blocks: Drawn[], alt: string): Report => ({
  ...{ year: 2023, title: "CSR", subtitle: "" },
  sections: [
    {
      ...{ kind: "text", code: "about", title: "About", pillarCode: null, appendixPart: null },
      blocks: blocks.map((block, index) => ({ ...block, id: String(index), title: "", body: "" }) as unknown as Block),
    },
  ],
  pictures: { [pictureId]: { id: pictureId, alt, credit: "", base: "", sizes: [] } },
});
const saidOf = (blocks: Drawn[], alt = "A field") => {
  const one = report(blocks, alt);
  return frozenTexts({ da: one, en: one })
    .filter(({ place }) => / (drawn|alt|picture)$/.test(place))
    .map(({ place, da }) => [place, da]);
};

test("an edition says what its blocks draw, so that a report that draws something else is another", () => {
  const line = { kind: "line", kpis: ["scope1", "water"] } as const;
  expect(saidOf([{ kind: "chart", settings: { panels: [line] } }])).toEqual([
    ["about/1 chart drawn", "line: scope1, water"],
  ]);
  expect(saidOf([{ kind: "sdgs", settings: { goals: [3, 13] } }])).toEqual([["about/1 sdgs drawn", "3, 13"]]);
  expect(saidOf([{ kind: "quote", settings: {} }])).toEqual([]);
});

test("an edition says which picture it shows, and what it shows in words", () => {
  const picture = { kind: "picture", settings: { pictureId, width: "full" } };
  expect(saidOf([picture])).toEqual([
    ["about/1 picture picture", pictureId],
    ["about/1 picture alt", "A field"],
  ]);
  expect(saidOf([picture], "A roof")).not.toEqual(saidOf([picture]));
});
