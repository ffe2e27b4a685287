import fc from "fast-check";
import { expect, test } from "vitest";
import { headedPages, pageRules } from "@/lib/report/heading/model";
import type { Section } from "@/lib/report/model";
import { reportWords } from "@/lib/report/notation/model";

const section = (code: string, rest: Partial<Section> = {}): Section => ({
  kind: "text",
  code,
  title: code.toUpperCase(),
  pillarCode: null,
  appendixPart: null,
  blocks: [],
  ...rest,
});

test("each part has its running head; the governance table shares the social one's page, the cover has none", () => {
  const sections = [
    section("cover", { kind: "cover" }),
    section("contents", { kind: "contents" }),
    section("s", { kind: "appendix", title: "Sociale data", appendixPart: "social" }),
    section("g", { kind: "appendix", title: "Ledelsesdata", appendixPart: "governance" }),
  ];
  expect(headedPages(sections, reportWords("da")).map(({ codes, running }) => [codes, running])).toEqual([
    [["contents"], ""],
    [["s", "g"], "Bilag S: Sociale data · Bilag G: Ledelsesdata"],
  ]);
});

test("no text gets out of its CSS string, or out of the style element", () => {
  const hostile = fc.string({
    unit: fc.constantFrom('"', "\\", "</style>", "<", "}", ";", "\n", "a", "Ø", "*/", "@import", "😀"),
  });
  fc.assert(
    fc.property(hostile, hostile, (organisation, title) => {
      const css = pageRules(organisation, title, [{ name: "part-1", codes: ["1-a b"], running: title }]);
      expect(css).not.toContain("<");
      // What is left between the quotes is letters, digits, spaces and escapes.
      expect(css.replace(/"(?:[\p{L}\p{N} ]|\\[0-9a-f]+ )*"/gu, '""').match(/"/g)).toHaveLength(4);
      expect(css).toContain("#\\31 \\2d a\\20 b{page:part-1}");
    }),
  );
});
