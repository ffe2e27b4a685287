/** What a reader of XML does with it, piece by piece; names come without their prefix. */
export type XmlHandlers = {
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
};

/** Longest unfinished tag or text kept between two pieces: a workbook has none near it. */
const longestPiece = 4_000_000;

/**
 * Reads XML as it arrives, without keeping it: as much as the parts of a workbook use (elements, attributes, text, CDATA).
 * Of our own, because a hundred thousand cells shall take a tenth of a second. A document that declares entities is
 * refused (RangeError): no workbook does, and expanding them is how small files become large ones.
 */
export function xmlReader({ open, text, close }: XmlHandlers): { push(piece: string): void; end(): void } {
  let rest = "";
  function push(piece: string): void {
    const source = rest + piece;
    let at = 0;
    for (;;) {
      const tag = source.indexOf("<", at);
      if (tag < 0) break;
      const end = endOfTag(source, tag);
      if (end < 0) {
        if (tag > at) text(decoded(source.slice(at, tag)));
        at = tag;
        break;
      }
      if (tag > at) text(decoded(source.slice(at, tag)));
      element(source, tag, end);
      at = end + 1;
    }
    rest = source.slice(at);
    if (rest.length > longestPiece) throw new RangeError("unfinished XML");
    // Text without an end of its own: hand it on, but not half of an entity.
    if (!rest.startsWith("<") && !rest.includes("&")) {
      if (rest) text(rest);
      rest = "";
    }
  }
  function element(source: string, tag: number, end: number): void {
    const first = source.charCodeAt(tag + 1);
    if (first === 47) return close(localName(source.slice(tag + 2, end).trim()));
    if (first === 63) return;
    if (first === 33) {
      if (source.startsWith("<![CDATA[", tag)) return text(source.slice(tag + 9, end - 2));
      if (source.startsWith("<!--", tag)) return;
      throw new RangeError("declaration in XML");
    }
    const isEmpty = source.charCodeAt(end - 1) === 47;
    const inner = source.slice(tag + 1, isEmpty ? end - 1 : end);
    const gap = inner.search(/\s/);
    const name = localName(gap < 0 ? inner : inner.slice(0, gap));
    open(name, gap < 0 ? "" : inner.slice(gap));
    if (isEmpty) close(name);
  }
  return {
    push,
    end: () => {
      if (rest.trim()) throw new RangeError("unfinished XML");
    },
  };
}

/** Where the tag, comment or CDATA that begins at `tag` ends; -1: not yet. An attribute may hold a ">". */
function endOfTag(source: string, tag: number): number {
  if (source.charCodeAt(tag + 1) === 33) {
    const [begins, ends] = source.startsWith("<!--", tag) ? ["<!--", "-->"] : ["<![CDATA[", "]]>"];
    if (source.startsWith(begins, tag)) {
      const end = source.indexOf(ends, tag + begins.length);
      return end < 0 ? -1 : end + 2;
    }
    if (begins.startsWith(source.slice(tag, tag + begins.length)) || "<!--".startsWith(source.slice(tag, tag + 4)))
      return -1;
  }
  let end = source.indexOf(">", tag);
  while (end >= 0 && isInsideQuotes(source, tag, end)) end = source.indexOf(">", end + 1);
  return end;
}

function isInsideQuotes(source: string, tag: number, end: number): boolean {
  if (source.charCodeAt(end - 1) === 34 || source.charCodeAt(end - 2) === 34) return false;
  let quote = 0;
  for (let at = tag; at < end; at++) {
    const sign = source.charCodeAt(at);
    if (quote === 0 && (sign === 34 || sign === 39)) quote = sign;
    else if (sign === quote) quote = 0;
  }
  return quote !== 0;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute by its full name, or null. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (attributes.charCodeAt(at - 1) > 32) continue;
    const after = at + name.length;
    const quote = /^\s*=\s*(["'])/.exec(attributes.slice(after, after + 8));
    if (!quote) continue;
    const begin = after + quote[0].length;
    const end = attributes.indexOf(quote[1]!, begin);
    return end < 0 ? null : decoded(attributes.slice(begin, end));
  }
  return null;
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name) return entities[name] ?? whole;
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
    },
  );
}
