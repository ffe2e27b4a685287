import type { CellKey } from "@/lib/value/model";

/** Most cells of one statement that holds the blocks of several people: more of them would keep everybody waiting. */
const mostCells = 500;

/** How many of the waiting blocks go together, the first among them: as many as fit, and none that names a cell of another. */
export function togetherOf(waiting: readonly { cells: readonly CellKey[] }[]): number {
  const named = new Set<string>();
  let count = 0;
  for (const { cells } of waiting) {
    const keys = cells.map(({ kpiId, orgUnitId, year }) => `${kpiId} ${orgUnitId} ${year}`);
    const isFirst = count === 0;
    if (!isFirst && (named.size + keys.length > mostCells || keys.some((key) => named.has(key)))) break;
    for (const key of keys) named.add(key);
    count += 1;
  }
  return count;
}
