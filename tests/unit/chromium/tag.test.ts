import { expect, it } from "vitest";
import { fewerTags, renumbered } from "@/lib/chromium/packing/tag/model";

const tag = (role: string, above: number, rest: string) =>
  `<</Type /StructElem\n/S /${role}\n/P ${above} 0 R\n${rest}>>`;

it("tags that mean nothing are gone, what they held is held above in its order, and the tables lead there", () => {
  const kept = fewerTags(
    new Map([
      [2, tag("TD", 1, "/Pg 9 0 R\n/K [189 3 0 R]\n/A [<</O /Table\n/Headers [(node00000012)]>>]")],
      [3, tag("NonStruct", 2, "/Pg 9 0 R\n/K 235")],
      [4, tag("LI", 1, "/K [5 0 R 7 0 R]")],
      [5, tag("NonStruct", 4, "/K 6 0 R")],
      [6, tag("NonStruct", 5, "/Pg 9 0 R\n/K [41 43]")],
      [7, tag("NonStruct", 4, "/Pg 9 0 R\n/K 42")],
      [8, "[2 0 R 3 0 R 6 0 R 7 0 R]"],
    ]),
  );
  expect([...kept]).toEqual([
    [2, tag("TD", 1, "/Pg 9 0 R\n/K [189 235]\n/A [<</O /Table\n/Headers [(node00000012)]>>]")],
    [4, tag("LI", 1, "/Pg 9 0 R\n/K [41 43 42]")],
    [8, "[2 0 R 2 0 R 4 0 R 4 0 R]"],
  ]);
});

it("what stands on another page keeps its own tag, and so does whatever says something", () => {
  const objects = new Map([
    [2, tag("P", 1, "/Pg 9 0 R\n/K [3 0 R 4 0 R]")],
    [3, tag("NonStruct", 2, "/Pg 10 0 R\n/K 0")],
    [4, tag("NonStruct", 2, "/Pg 9 0 R\n/Lang (en)\n/K 1")],
  ]);
  expect([...fewerTags(objects)]).toEqual([...objects]);
});

it("numbers are without gaps and in their order; words that look like one are nobody's number", () => {
  const { numberOf, named } = renumbered([7, 2, 40]);
  expect([2, 7, 40].map(numberOf)).toEqual([1, 2, 3]);
  expect(named("<</K [40 0 R 7 0 R] /Alt (see 7 0 R \\) and 2 0 R)>>")).toBe(
    "<</K [3 0 R 2 0 R] /Alt (see 7 0 R \\) and 2 0 R)>>",
  );
});
