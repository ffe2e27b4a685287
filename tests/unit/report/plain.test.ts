import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { documentOf } from "@/components/report/prose/reading";
import { headingsIn, linksIn, plainText } from "@/lib/report/narrative/plain/model";

describe("a text as it is read out", () => {
  it.each([
    [
      "## Heading ##\n\n- **5** % _up_ since [2019](#producer)\n  1. {{kpi:x rise}}",
      "Heading\n\n5 % up since 2019\n{{kpi:x rise}}",
    ],
    ["1\\. No list, snake_case and 2 \\* 3\\\nnext", "1. No list, snake_case and 2 * 3\nnext"],
    ["5 * 3 and 4 * 2", "5 * 3 and 4 * 2"],
    ["**Fed *og kursiv*** til sidst", "Fed og kursiv til sidst"],
  ])("%j", (body, plain) => expect(plainText(body)).toBe(plain));

  it("knows its headings and where it leads", () => {
    expect(headingsIn("# A\ntext\n### **B** 2022 #\n#none")).toEqual(["A", "B 2022"]);
    expect(linksIn("[a](#x) [b](https://a.dk 'T') [c](<a b>) \\[d\\](e) f]\\(g) []()")).toEqual([
      "#x",
      "https://a.dk",
      "a b",
      "",
    ]);
  });
});

test("of plain words nothing is lost, and it reads as the editor shows it", () => {
  const word = fc.constantFrom("Strøm", "5 %", "1.143", "2023,", "CO₂", "(tons)", "knap", "snake_case", "A/B");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.constantFrom("", "**", "_"), (words, sign) => {
      const body = `${sign}${words.join(" ")}${sign} til sidst`;
      const shown = (documentOf(body)?.content?.[0]?.content ?? [])
        .map((one) => ("text" in one ? one.text : ""))
        .join("");
      expect(plainText(body)).toBe(shown);
    }),
  );
});
