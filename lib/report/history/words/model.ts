/** A run of words of two texts: in both, only in the earlier, or only in the later. */
export type Run = { in: "both" | "before" | "after"; text: string };

/** Above this product of lengths the middle is shown as replaced: nobody reads such a difference word by word. */
const MOST_CELLS = 4_000_000;

/**
 * What differs between two texts, word by word. Joined without the later runs it is the earlier text, without the
 * earlier ones the later.
 */
export function wordDifference(before: string, after: string): Run[] {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  const most = Math.min(was.length, is.length) - start;
  while (end < most && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const middle = differenceOf(was.slice(start, was.length - end), is.slice(start, is.length - end));
  return joined([...was.slice(0, start).map(both), ...middle, ...was.slice(was.length - end).map(both)]);
}

/** Words with the marks on them, and what stands between them. */
function tokensOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

const both = (text: string): Run => ({ in: "both", text });

/** The longest common sequence, by the table of its lengths. */
function differenceOf(was: string[], is: string[]): Run[] {
  const gone = (): Run[] => was.map((text) => ({ in: "before", text }));
  const come = (): Run[] => is.map((text) => ({ in: "after", text }));
  if (was.length * is.length > MOST_CELLS) return [...gone(), ...come()];
  const width = is.length + 1;
  const length = new Uint32Array((was.length + 1) * width);
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = is.length - 1; j >= 0; j--)
      length[i * width + j] =
        was[i] === is[j]
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < was.length && j < is.length) {
    if (was[i] === is[j]) {
      runs.push(both(was[i]!));
      i += 1;
      j += 1;
    } else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) runs.push({ in: "before", text: was[i++]! });
    else runs.push({ in: "after", text: is[j++]! });
  }
  while (i < was.length) runs.push({ in: "before", text: was[i++]! });
  while (j < is.length) runs.push({ in: "after", text: is[j++]! });
  return runs;
}

/** Neighbours of one kind as one run. */
function joined(runs: Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last?.in === run.in) last.text += run.text;
    else found.push({ ...run });
  }
  return found;
}
