/** Texts within style rules, which stay as they are. */
const TEXT = /"(?:\\[\s\S]|[^"\\])*"/;

/** Style rules as a browser writes them down, without what it puts between their words. */
export function shortStyle(style: string): string {
  return style.replace(
    new RegExp(`${TEXT.source}|;?\\s*\\}\\s*|\\s*\\{\\s*|([:;,])\\s+|\\s+>\\s+|\\n+`, "g"),
    (found, sign?: string) => (found.startsWith('"') ? found : (sign ?? found.replace(/\s+/g, "").replace(";}", "}"))),
  );
}

/** Elements of a drawing that hold nothing. */
const EMPTY = /><\/(?:path|rect|circle|use|line)>/g;

/** A tag, and in it a value of one word, which needs no quotation marks unless the tag ends itself. */
const TAG = /<[a-z][^<>]*>/gi;
const ONE_WORD = /="([\w.-]+)"(?=[\s>])/g;

/**
 * HTML as a browser writes it down, without quotation marks around one word, and without the end tags that every
 * reader of HTML adds by itself: of cells, rows and items before the next one or where their list or table ends
 * (HTML 13.1.2.3 and 4). What is read is the same document.
 */
export function shortHtml(html: string): string {
  return html
    .replace(EMPTY, "/>")
    .replace(/<\/t[dh]>(?=<t[dh][\s>]|<\/tr>)/g, "")
    .replace(/<\/tr>(?=<tr[\s>]|<\/t(?:body|head)>)/g, "")
    .replace(/<\/li>(?=<li[\s>]|<\/[uo]l>)/g, "")
    .replace(/<\/tbody>(?=<tbody[\s>]|<\/table>)/g, "")
    .replace(/<\/thead>(?=<tbody[\s>])/g, "")
    .replace(TAG, (tag) => tag.replace(ONE_WORD, "=$1"));
}
