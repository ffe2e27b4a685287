import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aligned, sharedWords } from "@/lib/edition/comparison/alignment/model";
import { drawnSaid } from "@/lib/edition/comparison/drawn/model";
import { textDifferences } from "@/lib/edition/comparison/text/model";
import type { FrozenText } from "@/lib/edition/texts/model";

type Block = { kind: string; title: string; body: string };

/** A section as an edition freezes it. */
const frozen = (blocks: Block[], title = "Producer"): FrozenText[] => [
  { place: "title", da: "CSR", en: "CSR" },
  { place: "producer title", da: title, en: title },
  ...blocks.flatMap(({ kind, title, body }, index) => [
    { place: `producer/${index + 1} ${kind} title`, da: title, en: `${title} en` },
    { place: `producer/${index + 1} ${kind} body`, da: body, en: `${body} en` },
  ]),
];
const block = (body: string, kind = "text", title = ""): Block => ({ kind, title, body });
const said = (before: FrozenText[], after: FrozenText[]) =>
  textDifferences(before, after).map(({ place: { name, part }, locale, before, after }) => ({
    ...{ name, part, locale, before, after },
  }));

describe("texts of two editions", () => {
  it("say where they stand: in the report, in a section, in a block with its heading", () => {
    const before = frozen([block("We buy power.", "callout", "Power")]);
    const after = frozen([block("We buy green power.", "callout", "Power")], "Producers");
    expect(textDifferences(before, after)).toMatchObject([
      { place: { part: "title", kind: null, section: { da: "Producers" } }, locale: null, after: "Producers" },
      { place: { part: "body", kind: "callout", heading: { da: "Power" } }, locale: "da", before: "We buy power." },
      { place: { part: "body", kind: "callout" }, locale: "en", after: "We buy green power. en" },
    ]);
    expect(said(before, [...before, { place: "cover picture", da: "id", en: "id" }])).toEqual([
      { name: "cover picture", part: null, locale: null, before: "", after: "id" },
    ]);
  });

  it("of the same words do not differ; what is said in one language only differs in it", () => {
    const text = [{ place: "title", da: "A", en: "B" }];
    expect(textDifferences(text, text)).toEqual([]);
    expect(
      said(text, [
        { place: "title", da: "A", en: "C" },
        { place: "new", da: "N", en: "" },
      ]),
    ).toEqual([
      { name: "title", part: null, locale: "en", before: "B", after: "C" },
      { name: "new", part: null, locale: "da", before: "", after: "N" },
    ]);
  });

  it("differ by the block that came in or went, not by those after it", () => {
    const kinds = fc.constantFrom<string>("text", "callout", "quote");
    const blocks = fc.array(
      fc.record({
        kind: kinds,
        title: fc.constantFrom<string>("", "A", "B"),
        body: fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1 }).map((words) => words.join(" ")),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(blocks, fc.nat(), kinds, (all, at, kind) => {
        const place = at % (all.length + 1);
        const more = all.toSpliced(place, 0, block("inserted", kind));
        const bodies = (differences: ReturnType<typeof said>) =>
          differences.map(({ before, after }) => [before, after]);
        // A heading that is empty in Danish still ends in "en" here.
        expect(bodies(said(frozen(all), frozen(more)))).toEqual([
          ["", " en"],
          ["", "inserted"],
          ["", "inserted en"],
        ]);
        expect(bodies(said(frozen(more), frozen(all)))).toEqual([
          [" en", ""],
          ["inserted", ""],
          ["inserted en", ""],
        ]);
      }),
    );
  });

  it("hold a block that was rewritten against itself", () => {
    const before = [block("One about water."), block("Two about heat."), block("Three.")];
    const after = [block("New words on something else entirely."), block("Two about heat and cold."), block("Three.")];
    const [first, ...rest] = said(frozen([before[1]!, before[2]!]), frozen(after)).filter(
      ({ locale }) => locale === "da",
    );
    expect(first).toMatchObject({ before: "", after: "New words on something else entirely." });
    expect(rest).toEqual([
      {
        ...{ name: "producer/2 text body", part: "body", locale: "da" },
        ...{ before: "Two about heat.", after: "Two about heat and cold." },
      },
    ]);
  });
});

it("lists held against each other keep every item and both orders", () => {
  const items = fc.array(fc.constantFrom("a", "b", "c", "a b", "b c"));
  fc.assert(
    fc.property(items, items, (before, after) => {
      const pairs = aligned(before, after, sharedWords);
      expect(pairs.flatMap(([was]) => was ?? [])).toEqual(before);
      expect(pairs.flatMap(([, is]) => is ?? [])).toEqual(after);
    }),
  );
});

it("what a block draws is said by the names of its KPIs and forms", () => {
  const names = {
    kpi: (code: string) => ({ water: "Vand", power: "El" })[code] ?? code,
    form: (kind: string) => ({ line: "Linjer" })[kind] ?? kind,
    lead: "Indledning",
  };
  expect(drawnSaid("line: water, power; bar: old", "chart", names)).toBe("Linjer: Vand, El\nbar: old");
  expect(drawnSaid("water, power", "table", names)).toBe("Vand, El");
  expect(drawnSaid("lead", "text", names)).toBe("Indledning");
  expect(drawnSaid("0–100 %", "comparison", names)).toBe("0–100 %");
  expect(drawnSaid("", "table", names)).toBe("");
});
