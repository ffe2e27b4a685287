/** How alike two things are: 0 is not to be paired at all, the same is the most. */
export type Likeness<Item> = (before: Item, after: Item) => number;

/** Above this product of lengths things are paired by their place: no report has so many blocks in a section. */
const MOST_CELLS = 250_000;

/**
 * Two lists held against each other in order: what is paired is more alike, taken together, than in any other pairing
 * that keeps both orders. Every item is in one pair, alone where it has no counterpart; read by either side the pairs
 * are the list.
 */
export function aligned<Item>(
  before: readonly Item[],
  after: readonly Item[],
  likeness: Likeness<Item>,
): [Item | null, Item | null][] {
  const width = after.length + 1;
  if (before.length * after.length > MOST_CELLS) {
    const longest = Math.max(before.length, after.length);
    return Array.from({ length: longest }, (_, at) => [before[at] ?? null, after[at] ?? null]);
  }
  const alike = before.map((was) => after.map((is) => likeness(was, is)));
  const best = new Float64Array((before.length + 1) * width);
  const paired = (i: number, j: number) => (alike[i]![j]! > 0 ? alike[i]![j]! + best[(i + 1) * width + j + 1]! : -1);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(paired(i, j), best[(i + 1) * width + j]!, best[i * width + j + 1]!);
  const pairs: [Item | null, Item | null][] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const here = best[i * width + j]!;
    if (paired(i, j) === here) pairs.push([before[i++]!, after[j++]!]);
    else if (best[(i + 1) * width + j] === here) pairs.push([before[i++]!, null]);
    else pairs.push([null, after[j++]!]);
  }
  while (i < before.length) pairs.push([before[i++]!, null]);
  while (j < after.length) pairs.push([null, after[j++]!]);
  return pairs;
}

/** How many of their words two texts share, of all of both: 1 the same words, 0 none. */
export function sharedWords(before: string, after: string): number {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (was.length + is.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of was) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of is) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / (was.length + is.length);
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}
