import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clauseAt, mostLikely, sentencesOf, subjects } from "@/lib/report/check/subject/model";

const about = subjects([
  { code: "location", names: ["Scope 2, lokationsbaseret"] },
  { code: "location-intensity", names: ["Scope 2, lokation, ift. omsætning"] },
  { code: "market-intensity", names: ["Scope 2, marked, ift. omsætning"] },
  { code: "recycled", names: ["Genanvendelsesandel affald"] },
  { code: "waste", names: ["Affaldsmængde total"] },
  { code: "revenue", names: ["Omsætning"] },
]);
const meant = (clause: string, sentence = clause) => mostLikely(about(clause, sentence, ""));

describe("what a sentence is about", () => {
  it.each([
    ["Scope 2 lokationsbaseret steg 10 %", ["location"]],
    ["lokationsbaseret scope 2 i forhold til omsætningen steg 5 %", ["location-intensity"]],
    ["20 % genanvendelse", ["recycled"]],
    ["Omsætningen blev 1.134 mio. kr.", ["revenue"]],
    ["bestillinger om måneden", []],
  ])("%s", (text, codes) => expect(meant(text)).toEqual(codes));

  it("the clause decides where the sentence speaks of several", () => {
    const sentence = "Scope 2 lokationsbaseret i forhold til omsætningen steg 5 %, mens den markedsbaserede steg 4 %.";
    expect(meant(clauseAt(sentence, sentence.indexOf("4 %")), sentence)).toEqual(["market-intensity"]);
  });
});

describe("sentences", () => {
  it("end at full stops before capitals, not after abbreviations", () => {
    expect(sentencesOf("Det blev 1,1 mio. SEK i alt. Ca. 70 kom.\nNy linje").map(({ text }) => text.trim())).toEqual([
      "Det blev 1,1 mio. SEK i alt.",
      "Ca. 70 kom.",
      "Ny linje",
    ]);
  });

  it("lose nothing but blank ones, and stand where they say", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "B", "1", ".", " ", "\n", "?", "mio") });
    fc.assert(
      fc.property(text, (any) => {
        const sentences = sentencesOf(any);
        for (const { text: one, from } of sentences) expect(any.slice(from, from + one.length)).toBe(one);
        expect(
          sentences
            .map(({ text: one }) => one)
            .join("")
            .replace(/\s/g, ""),
        ).toBe(any.replace(/\s/g, ""));
      }),
    );
  });
});
