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

test("each part has its running head, and its pages no other; the cover has none", () => {
  const sections = [
    section("cover", { kind: "cover" }),
    section("contents", { kind: "contents" }),
    section("s", { kind: "appendix", title: "Sociale data", appendixPart: "social" }),
    section("g", { kind: "appendix", title: "Ledelsesdata", appendixPart: "governance" }),
  ];
  expect(headedPages(sections, reportWords("da")).map(({ code, running }) => [code, running])).toEqual([
    ["contents", ""],
    ["s", "Bilag S: Sociale data"],
    ["g", "Bilag G: Ledelsesdata"],
  ]);
});

test("what an edition says of itself stands on the pages of the last part", () => {
  const pages = headedPages([section("first"), section("last")], reportWords("da"));
  expect(pageRules("Org", "Report", pages)).toMatch(/#first\{page:part-0\}\n[^]*#last,\.colophon\{page:part-1\}$/);
});

test("no text gets out of its CSS string, or out of the style element", () => {
  const hostile = fc.string({
    unit: fc.constantFrom('"', "\\", "</style>", "<", "}", ";", "\n", "a", "Ø", "*/", "@import", "😀"),
  });
  fc.assert(
    fc.property(hostile, hostile, (organisation, title) => {
      const css = pageRules(organisation, title, [{ name: "part-1", code: "1-a b", running: title }]);
      expect(css).not.toContain("<");
      // What is left between the quotes is letters, digits, spaces and escapes.
      expect(css.replace(/"(?:[\p{L}\p{N} ]|\\[0-9a-f]+ )*"/gu, '""').match(/"/g)).toHaveLength(4);
      expect(css).toContain("#\\31 \\2d a\\20 b,.colophon{page:part-1}");
    }),
  );
});
