import type { Figure } from "@/lib/figure/model";

/** One act on a value: who entered what, when, in place of what. */
export type HistoryLine = {
  id: string;
  /** ISO instant. */
  at: string;
  /** Present name of the author; null when erased. */
  actor: string | null;
  /** page, import, command or demo. */
  door: string;
  /** The org unit's name; null: the organisation as a whole. */
  orgUnit: string | null;
  /** What it said is about too few people for whoever asks (lib/suppression). */
  isHidden: boolean;
  /** The cell it was done to: year, and code of the org unit. */
  cell: { year: number; unit: string };
  /** What the cell said afterwards; null: it was emptied. */
  now: Figure | null;
  /** What it said before; null: nothing. */
  before: Figure | null;
};
