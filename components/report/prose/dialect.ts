import type { Element, ElementContent, Root } from "hast";
import type { Options } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { bound } from "@/lib/report/narrative/binding/model";
import { opaque, spoken } from "@/lib/report/narrative/opaque/model";
import { piecesOf } from "@/lib/report/reference/model";

/** A text that is read: whole, or the words of one line, in which nothing begins a list or a heading. */
export type Form = "blocks" | "line";

/** What a report's text does not know of Markdown: HTML, code, quotations, rules, pictures (a block of their own), footnotes (the appendix's), strikethrough. */
const unknown = [
  ..."htmlFlow htmlText codeFenced codeIndented codeText blockQuote thematicBreak setextUnderline definition".split(
    " ",
  ),
  ..."labelStartImage gfmFootnoteDefinition gfmFootnoteCall gfmPotentialFootnoteCall".split(" "),
  ..."strikethrough tasklistCheck autolink".split(" "),
];
const unknownInLine = [...unknown, "list", "headingAtx", "table"];

const only = (names: string[]) =>
  function knows(this: { data: () => object }) {
    const data = this.data() as { micromarkExtensions?: object[] };
    (data.micromarkExtensions ??= []).push({ disable: { null: names } });
  };

/** How a report's Markdown is read. */
export const remarkPlugins: Record<Form, NonNullable<Options["remarkPlugins"]>> = {
  blocks: [remarkGfm, only(unknown)],
  line: [remarkGfm, only(unknownInLine)],
};

/** Everything a text can become; whatever else came in is dropped. */
export const safe = [
  rehypeSanitize,
  {
    ...defaultSchema,
    tagNames: "h3 h4 h5 h6 p ul ol li strong em a br table thead tbody tr th td mark".split(" "),
    attributes: { a: ["href"], ol: ["start"], th: ["align"], td: ["align"], mark: [["className", "unbound"], "lang"] },
    protocols: { href: ["http", "https", "mailto"] },
  },
] as const;

/** A text with its references hidden from Markdown, to be turned back by `revealed`. */
export function hidden(source: string): string {
  return piecesOf(source)
    .map((piece) => ("text" in piece ? piece.text : opaque(piece.source)))
    .join("");
}

/** Turns bound numbers back into words, and marks references that say nothing. */
export function revealed() {
  return (tree: Root) => within(tree);
}

function within(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === "element") within(child);
    return child.type === "text" ? marked(spoken(child.value)) : [child];
  });
}

function marked(text: string): ElementContent[] {
  return piecesOf(text).map((piece) =>
    "text" in piece
      ? { type: "text", value: piece.text }
      : {
          type: "element",
          tagName: "mark",
          properties: { className: ["unbound"], lang: "zxx" },
          children: [{ type: "text", value: piece.source }],
        },
  );
}

/** Keeps together what no line may part. For what is read: an editor takes its text as it was written. */
export function unparted() {
  return (tree: Root) => keepWithin(tree);
}

function keepWithin(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries())
    if (child.type === "element") keepWithin(child);
    // Set in bold, the number stands before the text its sign begins.
    else if (child.type === "text") {
      const text = bound(child.value);
      child.value = index > 0 ? text.replace(/^ (?=[%‰])/, "\u00A0") : text;
    }
}

/** Headings in the order of the page: the highest of the text at this level, the next one below it, whatever signs they were written with. */
export function ranked(level: number) {
  return (tree: Root) => {
    const headings = tree.children.filter(
      (child): child is Element => child.type === "element" && /^h[1-6]$/.test(child.tagName),
    );
    const ranks = [...new Set(headings.map(({ tagName }) => tagName))].sort();
    for (const heading of headings) heading.tagName = `h${Math.min(6, level + ranks.indexOf(heading.tagName))}`;
  };
}
