import { Sign } from "@/components/ui/sign";
import type { TargetState } from "@/lib/figure/model";

/** The sign of a target's state; it always stands beside its word. */
export function StateSign({ state }: { state: TargetState }) {
  return <Sign name={state} className={`s-${state}`} />;
}

/** Where a number moved; ▲ and ▼ mean nothing else anywhere. */
export type Movement = "up" | "down" | "level";

/** ▲, ▼ or =, drawn, since the typeface has none of them. */
export function MovementSign({ moved }: { moved: Movement }) {
  return <Sign name={moved === "level" ? "same" : moved} />;
}
