import type { ListItem, PhrasingContent, RootContent, Text } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import { opaque, spoken } from "@/lib/report/narrative/opaque/model";

/**
 * A text as its editor holds it (the form is Tiptap's), and how it is written as Markdown. What is written is read back
 * as the same document: a property test proves it with the reader of the report's own page.
 */
export type Mark = { type: "bold" | "italic" } | { type: "link"; attrs: { href: string } };

/** A piece of a paragraph: words, a bound number, a new line. */
export type Inline =
  | { type: "text"; text: string; marks?: Mark[] }
  | { type: "reference"; attrs: { source: string }; marks?: Mark[] }
  | { type: "hardBreak"; marks?: Mark[] };

/** A part of a text. Items of a list hold a paragraph, and further paragraphs and lists below it. */
export type Part =
  | { type: "paragraph"; content?: Inline[] }
  | { type: "heading"; attrs: { level: number }; content?: Inline[] }
  | { type: "bulletList"; content?: Item[] }
  | { type: "orderedList"; attrs?: { start?: number }; content?: Item[] };

/** An item of a list. */
export type Item = { type: "listItem"; content?: Part[] };

/** A whole text. */
export type Document = { type: "doc"; content?: Part[] };

/** The text as Markdown. Bound numbers are words of it, whatever signs they have. */
export function written({ content = [] }: Document): string {
  const children = content.flatMap(blocks);
  return spoken(toMarkdown({ type: "root", children }, style)).trimEnd();
}

const style = {
  bullet: "-",
  bulletOther: "*",
  emphasis: "_",
  listItemIndent: "one",
  // The report's texts know no address in angle brackets.
  resourceLink: true,
  extensions: [gfmTableToMarkdown()],
} as const satisfies Parameters<typeof toMarkdown>[1];

/** A part without words is none. */
function blocks(part: Part): RootContent[] {
  switch (part.type) {
    case "paragraph": {
      const children = phrases(part.content ?? []);
      return children.length > 0 ? [{ type: "paragraph", children }] : [];
    }
    case "heading": {
      const children = phrases((part.content ?? []).map(onOneLine));
      const depth = Math.min(6, Math.max(1, part.attrs.level)) as 1 | 2 | 3 | 4 | 5 | 6;
      return children.length > 0 ? [{ type: "heading", depth, children }] : [];
    }
    case "bulletList":
    case "orderedList": {
      const children = (part.content ?? []).flatMap(itemOf);
      const ordered = part.type === "orderedList";
      const start = ordered ? (part.attrs?.start ?? 1) : null;
      return children.length > 0 ? [{ type: "list", ordered, start, spread: false, children }] : [];
    }
  }
}

function itemOf({ content = [] }: Item): ListItem[] {
  const children = content.flatMap(blocks) as ListItem["children"];
  const spread = !children.slice(1).every(goesOn);
  return children.length > 0 ? [{ type: "listItem", spread, children }] : [];
}

/** Right below words only a list that begins at one is read as a list. */
function goesOn(part: ListItem["children"][number]): boolean {
  if (part.type !== "list" || (part.start ?? 1) !== 1) return false;
  const first = part.children[0]?.children[0];
  return first?.type !== "list" || goesOn(first);
}

function onOneLine(piece: Inline): Inline {
  return piece.type === "hardBreak" ? { type: "text", text: " " } : piece;
}

/** A word, or what stands between words: a space, or as many new lines as there are. */
type Piece = { text: string; marks: Mark[] };

const orderOfMarks = ["link", "bold", "italic"];
const isSame = (one: Mark | undefined, other: Mark | undefined) => JSON.stringify(one) === JSON.stringify(other);

function phrases(content: readonly Inline[]): PhrasingContent[] {
  const pieces: Piece[] = [];
  let between = "";
  for (const piece of content.flatMap(piecesOf)) {
    const last = pieces.at(-1);
    if (/^[ \n]+$/.test(piece.text)) between += piece.text;
    else {
      const text = between.replace(/ /g, "") || between.slice(0, 1);
      // What is between has the marks that go on behind it.
      const end = last?.marks.findIndex((mark, depth) => !isSame(mark, piece.marks[depth])) ?? 0;
      if (last && text) pieces.push({ text, marks: end < 0 ? last.marks : last.marks.slice(0, end) });
      pieces.push(piece);
      between = "";
    }
  }
  return nested(pieces, 0);
}

function piecesOf(inline: Inline): Piece[] {
  const marks = (inline.marks ?? []).toSorted((a, b) => orderOfMarks.indexOf(a.type) - orderOfMarks.indexOf(b.type));
  if (inline.type === "hardBreak") return [{ text: "\n", marks }];
  if (inline.type === "reference") return [{ text: opaque(inline.attrs.source), marks }];
  return inline.text.split(/([ \t\r\n]+)/).flatMap((word, at) => (word ? [{ text: at % 2 ? " " : word, marks }] : []));
}

/** Pieces as they stand in their marks, from the outermost inwards. */
function nested(pieces: readonly Piece[], depth: number): PhrasingContent[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last && isSame(last[0]!.marks[depth], piece.marks[depth])) last.push(piece);
    else groups.push([piece]);
  }
  return groups.flatMap((group): PhrasingContent[] => {
    const mark = group[0]!.marks[depth];
    if (!mark) return wordsOf(group.map(({ text }) => text).join(""));
    const children = nested(group, depth + 1);
    if (mark.type === "link") return [{ type: "link", url: mark.attrs.href, children: children as Text[] }];
    return [{ type: mark.type === "bold" ? "strong" : "emphasis", children }];
  });
}

function wordsOf(text: string): PhrasingContent[] {
  return text
    .split(/(\n)/)
    .flatMap((value): PhrasingContent[] =>
      value === "\n" ? [{ type: "break" }] : value ? [{ type: "text", value }] : [],
    );
}
