import type { CommitmentStatus, InitiativeEase } from "@/lib/database/generated/enums";
import { isSettled, sumEffects, type Effect, type EffectSum } from "@/lib/commitment/model";
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
  kpi: { code: string; name: string; unit: string } | null;
  expectedEffect: DecimalText | null;
  isRetired: boolean;
  isExample: boolean;
};

/** One org unit's use of an initiative. */
export type Use = {
  orgUnit: { code: string; name: string };
  period: string;
  commitmentId: string;
  status: CommitmentStatus;
} & Effect;

/** How far an initiative has spread: which org units use or used it, how many have come through, with what effect. */
export type TakeUp = { orgUnits: number; running: number; done: number; dropped: number; effect: EffectSum };

/** The take-up of an initiative from its uses. An org unit that used it in several periods counts once. */
export function takeUp(uses: readonly Use[]): TakeUp {
  return {
    orgUnits: new Set(uses.map(({ orgUnit }) => orgUnit.code)).size,
    running: uses.filter(({ status }) => !isSettled(status)).length,
    done: uses.filter(({ status }) => status === "done").length,
    dropped: uses.filter(({ status }) => status === "dropped").length,
    effect: sumEffects(uses),
  };
}
