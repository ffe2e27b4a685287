/** A heading inside a text. */
const heading = /^[ ]{0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/gm;
/** A sign whose meaning was taken away. */
const taken = /\\([\p{P}\p{S}])/gu;

const starred = /(?<!\\)(\*{1,3})(?=\S)([^\n]*?\S)\1/g;
const underlined = /(?<![\\\p{L}\p{N}])(_{1,3})(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu;

/** A text as it is read out: without the signs of Markdown, line by line; references stay as they are written. */
export function plainText(body: string): string {
  return (
    body
      .replace(heading, "$1")
      .replace(/^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+/gm, "")
      .replace(/(?<!\\)\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
      // Bold may stand in italics, and the other way round.
      .replace(starred, "$2")
      .replace(starred, "$2")
      .replace(underlined, "$2")
      .replace(underlined, "$2")
      .replace(/\\$/gm, "")
      .replace(taken, "$1")
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  );
}

/** The headings inside a text. */
export function headingsIn(body: string): string[] {
  return [...body.matchAll(heading)].map(([, words]) => plainText(words!)).filter((words) => words.trim() !== "");
}

/** Where the links of a text lead, as they are written. */
export function linksIn(body: string): string[] {
  return [...body.matchAll(/(?<!\\)\]\(\s*(?:<([^>\n]*)>|([^\s)]*))[^)\n]*\)/g)].map(
    ([, framed, bare]) => framed ?? bare ?? "",
  );
}
