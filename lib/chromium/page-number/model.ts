/**
 * On which page each place of a printed document stands, from 1.
 *
 * Chromium writes its page tree and its named places as plain objects, one per internal link; nothing else of the
 * format is read. A place it does not name is left out, and then the contents print no number for it.
 */
export function pageNumbersOf(pdf: Uint8Array): Record<string, number> {
  const text = Buffer.from(pdf).toString("latin1");
  const order = new Map(pagesInOrder(text).map((object, index) => [object, index + 1]));
  const table = /\/Dests (\d+) 0 R/.exec(text)?.[1];
  const places = table === undefined ? "" : bodyOf(text, table);
  const found = [...places.matchAll(/\/([^\s/[\]<>()]+)\s*\[(\d+) 0 R\b/g)].flatMap(([, name = "", object = ""]) => {
    const page = order.get(object);
    return page === undefined ? [] : [[nameFrom(name), page] as const];
  });
  return Object.fromEntries(found);
}

/** Object numbers of the pages: the tree is walked from its root, since large documents nest it. */
function pagesInOrder(text: string): string[] {
  const root = /\/Type \/Catalog[\s\S]*?\/Pages (\d+) 0 R/.exec(text)?.[1];
  const walk = (object: string, depth: number): string[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(bodyOf(text, object))?.[1];
    // A tree deeper than this is not one Chromium writes.
    return kids === undefined || depth > 8
      ? [object]
      : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = ""]) => walk(kid, depth + 1));
  };
  return root === undefined ? [] : walk(root, 0);
}

function bodyOf(text: string, object: string): string {
  const start = text.search(new RegExp(`(?:^|[\\r\\n])${object} 0 obj\\b`));
  return start < 0 ? "" : text.slice(start, text.indexOf("endobj", start));
}

/** A PDF name: #hh is a byte of it, and Chromium has percent-encoded the link before. */
function nameFrom(written: string): string {
  const link = written.replace(/#([0-9A-Fa-f]{2})/g, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  );
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
