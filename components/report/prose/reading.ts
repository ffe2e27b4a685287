import type { Element, ElementContent, Root, RootContent } from "hast";
import Read from "react-markdown";
import type { Document, Inline, Item, Mark, Part } from "@/lib/report/narrative/writing/model";
import { hidden, remarkPlugins, revealed } from "./dialect";

/**
 * A text as its editor holds it, read as the report's page reads it. Null where something in it has no place in the
 * editor (a table): such a text is edited as it is written.
 */
export function documentOf(body: string): Document | null {
  let tree: Root = { type: "root", children: [] };
  const take = () => (read: Root) => {
    tree = { type: "root", children: read.children };
    read.children = [];
  };
  Read({ children: hidden(body), remarkPlugins: remarkPlugins.blocks, rehypePlugins: [revealed, take] });
  const content = partsOf(tree.children);
  return content && { type: "doc", content };
}

/** Null as soon as one of them is. */
function all<From, To>(from: readonly From[], how: (one: From) => To[] | null): To[] | null {
  const results = from.map(how);
  return results.some((one) => one === null) ? null : results.flatMap((one) => one ?? []);
}

function partsOf(nodes: readonly (RootContent | ElementContent)[]): Part[] | null {
  return all(nodes, (node) => {
    if (node.type === "text" && node.value.trim() === "") return [];
    return node.type === "element" ? partOf(node) : null;
  });
}

function partOf({ tagName, children, properties }: Element): Part[] | null {
  if (tagName === "p") return worded(inlinesOf(children, []), (content) => ({ type: "paragraph", content }));
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level)
    return worded(inlinesOf(children, []), (content) => ({
      type: "heading",
      attrs: { level: Number(level) },
      content,
    }));
  if (tagName !== "ul" && tagName !== "ol") return null;
  const items = all(children, (child) =>
    child.type === "element" && child.tagName === "li" ? itemOf(child) : child.type === "text" ? [] : null,
  );
  if (!items) return null;
  if (tagName === "ul") return [{ type: "bulletList", content: items }];
  return [{ type: "orderedList", attrs: { start: Number(properties.start ?? 1) }, content: items }];
}

function worded(content: Inline[] | null, part: (content: Inline[]) => Part): Part[] | null {
  return content && [part(content)];
}

const isPart = (node: ElementContent) => node.type === "element" && /^(p|ul|ol|h[1-6]|table)$/.test(node.tagName);

/** An item's words may stand without a paragraph of their own. */
function itemOf({ children }: Element): Item[] | null {
  const groups: ElementContent[][] = [];
  for (const child of children) {
    const last = groups.at(-1);
    if (last && !isPart(child) && !isPart(last[0]!)) last.push(child);
    else groups.push([child]);
  }
  const content = all(groups, (group): Part[] | null => {
    const [first] = group;
    if (first && isPart(first)) return partsOf([first]);
    if (group.every((node) => node.type === "text" && node.value.trim() === "")) return [];
    return worded(inlinesOf(group, []), (inlines) => ({ type: "paragraph", content: inlines }));
  });
  if (!content || content.some(({ type }) => type === "heading")) return null;
  const head: Part[] = content[0]?.type === "paragraph" ? [] : [{ type: "paragraph", content: [] }];
  return [{ type: "listItem", content: [...head, ...content] }];
}

function inlinesOf(nodes: readonly ElementContent[], marks: Mark[]): Inline[] | null {
  const found = all(nodes, (node) => inlineOf(node, marks));
  return found && trimmed(found);
}

function inlineOf(node: ElementContent, marks: Mark[]): Inline[] | null {
  const mine = marks.length > 0 ? { marks } : {};
  if (node.type === "text")
    return node.value === "" ? [] : [{ type: "text", text: node.value.replace(/\s*\n\s*/g, " "), ...mine }];
  if (node.type !== "element") return null;
  const { tagName, children, properties } = node;
  if (tagName === "br") return [{ type: "hardBreak" }];
  if (tagName === "mark") {
    const [word] = children;
    return word?.type === "text" ? [{ type: "reference", attrs: { source: word.value }, ...mine }] : null;
  }
  const mark: Mark | null =
    tagName === "strong"
      ? { type: "bold" }
      : tagName === "em"
        ? { type: "italic" }
        : tagName === "a"
          ? { type: "link", attrs: { href: String(properties.href ?? "") } }
          : null;
  if (!mark) return null;
  const known = marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark];
  return all(children, (child) => inlineOf(child, known));
}

/** The line end after a break belongs to its writing. */
function trimmed(inlines: Inline[]): Inline[] {
  return inlines.flatMap((one, at): Inline[] => {
    if (one.type !== "text" || inlines[at - 1]?.type !== "hardBreak") return [one];
    const text = one.text.replace(/^\s+/, "");
    return text === "" ? [] : [{ ...one, text }];
  });
}
