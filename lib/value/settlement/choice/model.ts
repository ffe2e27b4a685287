import { contentOf, type DraftCell } from "@/lib/value/draft/model";

/** The cell after its author chose the own figure over the one stored meanwhile. */
export function keptMine(cell: DraftCell): DraftCell {
  const { conflict } = cell;
  return conflict
    ? {
        ...cell,
        conflict: null,
        saved: contentOf(conflict),
        version: conflict.version,
        savedAt: conflict.at,
        isExample: conflict.isExample,
      }
    : cell;
}

/** The cell after its author chose what somebody else stored meanwhile. */
export function tookTheirs(cell: DraftCell): DraftCell {
  return { ...keptMine(cell), want: null };
}
