import { Refusal } from "@/lib/access/refusal";
import { amountFrom } from "@/lib/commitment/amount/model";
import { readMilestones, type TypedMilestone } from "@/lib/commitment/milestone/model";
import type { Locale } from "@/lib/language/model";
import type { DecimalText } from "@/lib/number/model";

/** What a form said of how a commitment is measured. */
export type TypedMeasure = {
  measure: "kpi" | "milestones";
  kpiId: string | null;
  targetAmount: string;
  expectedEffect: string;
  milestones: string;
};

/** How a commitment is measured, read. */
export type Measured = {
  measure: "kpi" | "milestones";
  kpiId: string | null;
  targetAmount: DecimalText | null;
  expectedEffect: DecimalText | null;
  milestones: TypedMilestone[];
};

/**
 * Reads what was typed. Refuses, at the field: `agreement.numberWrong`, `agreement.milestoneWrong` with the line,
 * `agreement.targetMissing` and `agreement.kpiMissing` where a KPI shall tell, or an effect is expected, without one.
 */
export function measuredFrom(typed: TypedMeasure, locale: Locale): Measured {
  const { measure, kpiId } = typed;
  const targetAmount = amountFrom(typed.targetAmount, locale, "targetAmount");
  const expectedEffect = amountFrom(typed.expectedEffect, locale, "expectedEffect");
  const read = readMilestones(typed.milestones);
  if (!read.ok) throw new Refusal("agreement.milestoneWrong", { line: read.line }, "milestones");
  if (!kpiId && (measure === "kpi" || expectedEffect !== null)) throw new Refusal("agreement.kpiMissing", {}, "kpiId");
  if (measure === "kpi" && targetAmount === null) throw new Refusal("agreement.targetMissing", {}, "targetAmount");
  return { measure, kpiId, targetAmount, expectedEffect, milestones: read.milestones };
}
