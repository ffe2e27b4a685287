import type { Evaluated } from "@/lib/evaluation/model";
import type { FigureStatus } from "@/lib/figure/model";

/** A calculation covers what all of its inputs cover. */
export function commonCover(inputs: Evaluated[]): Set<string> | null {
  return inputs.reduce<Set<string> | null>((common, { covers }) => {
    if (!covers) return common;
    return common ? new Set([...common].filter((id) => covers.has(id))) : covers;
  }, null);
}

/** What the first of the inputs rests on that is an estimate or has no figure. */
export function firstBasis(inputs: Evaluated[]): string {
  return inputs.find((input) => input.status === "estimated" || input.quantity === null)?.basis ?? "";
}

/** Why a calculation has no figure: the most telling status among its inputs. */
export function reasonAmong(inputs: Evaluated[]): FigureStatus {
  const order: FigureStatus[] = ["pending", "discontinued", "notMeasured", "notApplicable"];
  return order.find((status) => inputs.some((input) => input.status === status)) ?? "missing";
}
