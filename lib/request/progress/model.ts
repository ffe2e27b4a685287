import { together } from "@/lib/value/overview/model";
import type { Progress } from "@/lib/value/sheet/model";

/** What is asked in one request of one person for one org unit in one pillar ("base" for base data), counted. */
export type AskedPart = Progress & { requestId: string; personId: string; orgUnitId: string; pillar: string };

/** Counts added up by one of their sides, the one with most left to do first. */
export function progressBy(
  parts: readonly AskedPart[],
  side: "requestId" | "personId" | "orgUnitId" | "pillar",
): { id: string; progress: Progress }[] {
  const sums = new Map<string, Progress>();
  for (const part of parts) {
    const { filled, pending, missing } = part;
    const before = sums.get(part[side]);
    sums.set(part[side], before ? together(before, { filled, pending, missing }) : { filled, pending, missing });
  }
  return [...sums]
    .map(([id, progress]) => ({ id, progress }))
    .sort((one, other) => open(other.progress) - open(one.progress) || (one.id < other.id ? -1 : 1));
}

/** All of it together. */
export function progressOfAll(parts: readonly AskedPart[]): Progress {
  return parts
    .map(({ filled, pending, missing }) => ({ filled, pending, missing }))
    .reduce(together, { filled: 0, pending: 0, missing: 0 });
}

function open({ pending, missing }: Progress): number {
  return pending + missing;
}
