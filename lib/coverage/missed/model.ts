import type { Evaluated, Facts } from "@/lib/evaluation/model";
import type { FigureStatus } from "@/lib/figure/model";
import { versionIn } from "@/lib/kpi/model";

/** Why a figure does not cover an org unit: what its cell says, or that it has a figure and nothing to weigh it by. */
export type Missed = FigureStatus | "unweighed";

/** Says why an org unit of a year is not among those a KPI's figure covers. */
export function whyMissed(
  { rules }: Pick<Facts, "rules">,
  evaluate: (code: string, orgUnitId: string, year: number) => Evaluated,
  { code, year }: { code: string; year: number },
): (orgUnitId: string) => Missed {
  const rule = versionIn(rules.get(code) ?? [], year);
  const weight = rule?.consolidation === "weighted" && !rule.formula ? rule.weightCode : null;
  return (orgUnitId) => {
    const { status, quantity } = evaluate(code, orgUnitId, year);
    return weight && quantity && !evaluate(weight, orgUnitId, year).quantity ? "unweighed" : status;
  };
}
