import type { InitiativeEase } from "@/lib/database/generated/enums";
import type { DecimalText } from "@/lib/number/model";

/** How easily an initiative is taken up, easiest first. */
export const eases = ["easy", "moderate", "demanding"] as const;

/** An initiative of the catalogue. */
export type InitiativeView = {
  id: string;
  code: string;
  trackId: string;
  name: string;
  effect: string;
  ease: InitiativeEase;
  kpi: { id: string; code: string; name: string; unitOfMeasure: string } | null;
  expectedEffect: DecimalText | null;
  isRetired: boolean;
  isExample: boolean;
};

/** How far an initiative has spread: which org units use or used it, how many uses have come through, and with what effect (`known`: of how many one is reported). */
export type TakeUp = {
  orgUnits: number;
  uses: number;
  running: number;
  done: number;
  dropped: number;
  known: number;
  expected: DecimalText | null;
  reported: DecimalText | null;
};
