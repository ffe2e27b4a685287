import type { BlockKind } from "@/lib/database/generated/enums";

/** Kinds of blocks whose text is Markdown; the others hold lines of a form of their own, with marks in them. */
export const proseKinds: readonly BlockKind[] = ["text", "quote", "story", "callout", "policy"];

/** Whether a block of this kind holds Markdown. */
export function isProse(kind: string | null): boolean {
  return (proseKinds as readonly (string | null)[]).includes(kind);
}

/** An item of a list: "732 | orders a month" sets the part before the bar large. */
export type Item = { figure: string | null; text: string };

/** A comparison block: what is asked, the names of the two sides (null: not said), their answers as written, and the note below. */
export type Comparison = {
  subtitle: string;
  head: [string, string, string] | null;
  rows: { question: string; own: string; other: string }[];
  note: string;
};

/** Paragraphs of a text; a blank line separates them. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/** Items of a list, one a line; blank lines and leading dashes are dropped. */
export function itemsOf(body: string): Item[] {
  return body
    .split("\n")
    .map((line) => line.replace(/^[-*]\s+/, "").trim())
    .filter((line) => line !== "")
    .map(itemOf);
}

/** One line as an item. */
function itemOf(line: string): Item {
  const bar = line.indexOf("|");
  return bar < 0
    ? { figure: null, text: line }
    : { figure: line.slice(0, bar).trim(), text: line.slice(bar + 1).trim() };
}

/** The words of a chart block: below its title, below its drawing, and beside it. A missing middle paragraph is written as a lone dash. */
export function chartWordsOf(body: string): { subtitle: string; note: string; aside: Item | null } {
  const [subtitle = "", note = "", aside] = paragraphsOf(body);
  return { subtitle, note: note === "-" ? "" : note, aside: aside === undefined ? null : itemOf(aside) };
}

/** Reads a comparison: a paragraph, a table of "question | own | other" with or without its head row, and a note. Rows that are not of that form are left out. */
export function comparisonOf(body: string): Comparison | null {
  const [subtitle = "", table = "", ...rest] = paragraphsOf(body);
  const lines = table.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const [first = []] = lines;
  if (first.length !== 3) return null;
  const head = namesSides(first) ? ([first[0]!, first[1]!, first[2]!] satisfies Comparison["head"]) : null;
  const answers = (head ? lines.slice(1) : lines).flatMap(([question, own, other]) =>
    question && isFigure(own) && isFigure(other) ? [{ question, own, other }] : [],
  );
  return { subtitle, head, rows: answers, note: rest.join(" ") };
}

/** Whether a row is a head: two numbers are answers, unless both are years, which name the sides of a comparison in time. */
function namesSides([, own, other]: string[]): boolean {
  const isYear = (text: string | undefined) => /^(19|20)\d\d$/.test(text ?? "");
  return !(isFigure(own) && isFigure(other)) || (isYear(own) && isYear(other));
}

function isFigure(text: string | undefined): text is string {
  return text !== undefined && /^\d+([.,]\d+)?$/.test(text);
}
