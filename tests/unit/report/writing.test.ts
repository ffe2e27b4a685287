import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { documentOf } from "@/components/report/prose/reading";
import {
  written,
  type Document,
  type Inline,
  type Item,
  type Mark,
  type Part,
} from "@/lib/report/narrative/writing/model";

/** What a reader gets of a document: every sign with the parts it stands in and its marks; spaces only as far as they separate. */
function meaning({ content = [] }: Document): string[] {
  return content.flatMap((part) => ofPart(part, ""));
}
function hasWords({ content = [] }: Item): boolean {
  return content.some((part) => ofPart(part, "").length > 0);
}
function ofPart(part: Part, path: string): string[] {
  if (part.type === "bulletList" || part.type === "orderedList")
    return (part.content ?? [])
      .filter((item) => hasWords(item))
      .flatMap(({ content = [] }, index) =>
        content.flatMap((one) =>
          ofPart(one, `${path}/${part.type}${part.type === "orderedList" ? (part.attrs?.start ?? 1) + index : index}`),
        ),
      );
  const words = ofWords(part.content ?? [], part.type === "heading");
  return words.length === 0 ? [] : [`${path}/${part.type}${part.type === "heading" ? part.attrs.level : ""}`, ...words];
}
function ofWords(content: Inline[], onOneLine: boolean): string[] {
  const signs = content.flatMap((one): string[] => {
    const marks = (one.marks ?? [])
      .map((mark) => (mark.type === "link" ? mark.attrs.href : mark.type))
      .sort()
      .join();
    if (one.type === "hardBreak") return [onOneLine ? " " : "\n"];
    if (one.type === "reference") return [`${one.attrs.source}|${marks}`];
    return [...one.text].map((sign) => (/\s/.test(sign) ? " " : `${sign}|${marks}`));
  });
  return signs
    .filter((sign, at) => sign !== " " || ![" ", "\n", undefined].includes(signs[at - 1]))
    .filter((sign, at, all) => sign !== " " || !["\n", undefined].includes(all[at + 1]))
    .join("\u0000")
    .replace(/^(\n\u0000?)+|(\u0000?\n)+$/g, "")
    .split("\u0000")
    .filter((sign) => sign !== "");
}

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constant<Mark>({ type: "bold" }),
  fc.constant<Mark>({ type: "italic" }),
  fc
    .constantFrom("https://example.org/a_b?c=1&copy=2", "#producer", "mailto:x@y.dk")
    .map((href): Mark => ({ type: "link", attrs: { href } })),
);
const marks = fc.uniqueArray(mark, { selector: ({ type }) => type, maxLength: 3 });
const text = fc.string({
  unit: fc.constantFrom(
    ..."abcÆø 12.,-+*_#>()[]!&;:|/\\~`<%–“{}=^".split(""),
    "1. ",
    "- ",
    "# ",
    "&amp;",
    "](",
    "| - |",
    "CO₂",
    "  ",
    "<b>",
    "**",
    "```",
  ),
  minLength: 1,
  maxLength: 8,
});
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant("text" as const), text, marks }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("reference" as const),
      attrs: fc.record({ source: fc.constantFrom("{{kpi:scope2-location change}}", "{{kpi:enps year-1}}") }),
      marks,
    }),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: "hardBreak" }) },
);
const words = fc.array(inline, { minLength: 1, maxLength: 5 });
const paragraph = words.map((content): Part => ({ type: "paragraph", content }));
const { part } = fc.letrec<{ part: Part; item: Item; list: Part }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.array(fc.oneof({ depthSize: "small" }, paragraph, tie("list")), { maxLength: 2 }))
    .map(([head, rest]) => ({ type: "listItem", content: [head, ...rest] })),
  list: fc.oneof(
    fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map((content): Part => ({ type: "bulletList", content })),
    fc
      .record({ start: fc.integer({ min: 1, max: 12 }) })
      .chain((attrs) =>
        fc
          .array(tie("item"), { minLength: 1, maxLength: 3 })
          .map((content): Part => ({ type: "orderedList", attrs, content })),
      ),
  ),
  part: fc.oneof(
    { depthSize: "small" },
    paragraph,
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), words)
      .map(([level, content]): Part => ({ type: "heading", attrs: { level }, content })),
    tie("list"),
  ),
}));
const document = fc.array(part, { maxLength: 4 }).map((content): Document => ({ type: "doc", content }));

/** Words that look like a reference are one as soon as they are read. */
const isPlain = (one: Document) => !/\{\{[^{}]*\}\}/.test(written(one).replace(/\{\{kpi:[a-z0-9 -]+\}\}/g, ""));

test("what the editor holds is read back from what it writes", () => {
  fc.assert(
    fc.property(document.filter(isPlain), (one) => {
      const body = written(one);
      const read = documentOf(body);
      expect(read && meaning(read), body).toEqual(meaning(one));
      expect(written(read!)).toBe(body);
    }),
    { numRuns: 200 },
  );
});

describe("Markdown, read and written again", () => {
  it.each([
    "One.\n\n## Heading\n\n- a\n- **b**\n  - c\n\n1. x\n2. y",
    "Up {{kpi:scope2-location rise}} and **{{kpi:enps year-1}}**.",
    "[Vores politik](https://example.org) og _kursiv_ \\* 2",
    "86\\. No list\\\nand a new line",
  ])("%j stays as it is", (body) => expect(written(documentOf(body)!)).toBe(body));

  it("names the address of a link that stood by itself", () => {
    expect(written(documentOf("Se https://example.org/a_b.")!)).toBe(
      "Se [https://example.org/a_b](https://example.org/a_b).",
    );
  });

  it("writes other people's signs in its own way, and says the same", () => {
    expect(written(documentOf("Title\n=\n\n* a\n* b\n\n*x* __y__")!)).toBe("Title =\n\n- a\n- b\n\n_x_ **y**");
  });

  it("leaves a table to be edited as it is written", () => {
    expect(documentOf("| a |\n|---|\n| 1 |")).toBeNull();
  });
});
