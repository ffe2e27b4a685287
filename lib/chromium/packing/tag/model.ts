/** A tag that means nothing by itself (ISO 32000 14.8.4.2) and holds only places in a page's content. */
const NOTHING =
  /^<<\/Type \/StructElem\s+\/S \/NonStruct\s+\/P (\d+) 0 R\s+\/Pg (\d+) 0 R\s+\/K (\d+|\[\d+(?: \d+)*\])>>$/;
/** A tag, which may be of a page already. */
const TAG = /^<<\/Type \/StructElem\s+\/S \/\w+\s+\/P \d+ 0 R\s+(?:\/Pg (\d+) 0 R\s+)?/;

/**
 * A PDF's small objects without the tags that mean nothing: Chromium wraps every text once more, and half of all tags
 * are such. What they hold is held by the tag above, in the same order, where it stands on the same page.
 */
export function fewerTags(objects: ReadonlyMap<number, string>): Map<number, string> {
  const kept = new Map(objects);
  const above = new Map<number, number>();
  // What lies deepest comes last, and makes the one above it such a tag too.
  for (const number of [...objects.keys()].sort((a, b) => b - a)) {
    const [, parent, page, places] = NOTHING.exec(kept.get(number)!) ?? [];
    if (parent === undefined) continue;
    const joined = joinedTo(kept.get(Number(parent)) ?? "", number, page!, places!.replace(/[[\]]/g, ""));
    if (joined === null) continue;
    kept.set(Number(parent), joined);
    kept.delete(number);
    above.set(number, Number(parent));
  }
  const standing = (number: number): number => (above.has(number) ? standing(above.get(number)!) : number);
  const led = (table: string) => table.replace(/(\d+) 0 R/g, (_, tag: string) => `${standing(Number(tag))} 0 R`);
  // The tables that lead from a page's content to its tags.
  for (const [number, body] of kept) if (/^\[|\/Nums\b/.test(body)) kept.set(number, led(body));
  return kept;
}

/** A tag with places of a page where the tag stood that held them; null where it is of another page. */
function joinedTo(tag: string, number: number, page: string, places: string): string | null {
  const [head, own] = TAG.exec(tag) ?? [];
  if (head === undefined || (own !== undefined && own !== page)) return null;
  const rest = tag.slice(head.length);
  const held = new RegExp(`(/K (?:\\[[^\\]]*)?)\\b${number} 0 R`);
  if (!held.test(rest)) return null;
  const joined = rest.replace(held, (_, before: string) =>
    before.includes("[") || !places.includes(" ") ? before + places : `${before}[${places}]`,
  );
  return `${head}${own === undefined ? `/Pg ${page} 0 R\n` : ""}${joined}`;
}

/** Numbers without gaps for objects that stay, in their order, and the words that name them by the new ones. */
export function renumbered(numbers: readonly number[]): {
  numberOf: (old: number) => number;
  named: (body: string) => string;
} {
  const known = new Map([...numbers].sort((a, b) => a - b).map((old, at) => [old, at + 1]));
  const numberOf = (old: number) => known.get(old) ?? 0;
  // What stands in brackets is somebody's text, whatever it looks like.
  const named = (body: string) =>
    body.replace(/\((?:\\[\s\S]|[^\\()])*\)|\b(\d+) 0 R\b/g, (whole, old?: string) =>
      old === undefined ? whole : `${numberOf(Number(old))} 0 R`,
    );
  return { numberOf, named };
}
