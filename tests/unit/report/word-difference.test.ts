import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDifference } from "@/lib/report/history/words/model";

const words = fc
  .array(fc.constantFrom("vi", "har", "købt", "grøn", "strøm", " ", "\n\n", "2023,", "  "), { maxLength: 40 })
  .map((list) => list.join(" "));
const without = (side: "before" | "after", runs: ReturnType<typeof wordDifference>) =>
  runs
    .filter((run) => run.in !== side)
    .map(({ text }) => text)
    .join("");

test("the words that were taken and given are named, the rest is left in peace", () => {
  expect(wordDifference("Vi købte sort strøm.", "Vi købte grøn strøm.")).toEqual([
    { in: "both", text: "Vi købte " },
    { in: "before", text: "sort" },
    { in: "after", text: "grøn" },
    { in: "both", text: " strøm." },
  ]);
  expect(wordDifference("", "Ny.")).toEqual([{ in: "after", text: "Ny." }]);
  expect(wordDifference("Væk.", "")).toEqual([{ in: "before", text: "Væk." }]);
  expect(wordDifference("ens", "ens")).toEqual([{ in: "both", text: "ens" }]);
});

test("both texts can be read from the difference, whatever they are", () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = wordDifference(before, after);
      expect([without("after", runs), without("before", runs)]).toEqual([before, after]);
      expect(runs.every((run, index) => run.text !== "" && run.in !== runs[index + 1]?.in)).toBe(true);
    }),
  );
});

test("a text against itself differs in nothing, and a long rewrite is still read both ways", () => {
  fc.assert(fc.property(words, (text) => wordDifference(text, text).every((run) => run.in === "both")));
  const [long, other] = [
    Array.from({ length: 3000 }, (_, i) => `a${i}`),
    Array.from({ length: 3000 }, (_, i) => `b${i}`),
  ];
  const runs = wordDifference(long.join(" "), other.join(" "));
  expect(without("before", runs)).toBe(other.join(" "));
});
