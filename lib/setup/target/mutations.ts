import { Refusal } from "@/lib/access/refusal";
import type { TargetKind } from "@/lib/database/generated/enums";
import type { DecimalText } from "@/lib/number/model";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";

/** A target as set: a limit with its decimals, or the two shares of a split. */
export type TargetInput = {
  kind: TargetKind;
  year: number;
  setInYear: number | null;
  baselineYear: number | null;
  limit: { amount: DecimalText; scale: number } | { men: DecimalText; women: DecimalText };
};

/** Refuses a reduction without a baseline (`setup.baselineMissing`), and a baseline that does not lie before the target (`setup.baselineLate`). */
export function requireBaseline({ kind, year, baselineYear }: TargetInput): void {
  if (kind === "reduction" && baselineYear === null) throw new Refusal("setup.baselineMissing", {}, "baselineYear");
  if (baselineYear !== null && baselineYear >= year) throw new Refusal("setup.baselineLate", {}, "baselineYear");
}

/** A target as its row is written. */
export function targetColumns({ limit, ...target }: TargetInput) {
  const columns = "amount" in limit ? { ...limit, men: null, women: null } : { ...limit, amount: null, scale: 0 };
  return { ...target, ...columns, printsUnit: "amount" in limit };
}

/**
 * Sets the organisation's target of a KPI for a year, in place of one already set for that year. Refuses
 * `access.notFound`, `setup.baselineMissing`, `setup.baselineLate` and, where it would judge a published year anew,
 * `setup.published`.
 */
export async function setTarget(setter: Setter, code: string, target: TargetInput): Promise<void> {
  const { organisationId } = setter;
  requireBaseline(target);
  await changeSetup(setter, async (tx) => {
    const kpi = await tx.kpi.findUnique({
      where: { organisationId_code: { organisationId, code } },
      select: { id: true },
    });
    if (!kpi) throw new Refusal("access.notFound");
    const place = { organisationId, kpiId: kpi.id, orgUnitId: null, year: target.year };
    const data = targetColumns(target);
    const before = await tx.target.findFirst({ where: place });
    if (before) await tx.target.update({ where: { id: before.id }, data });
    else await tx.target.create({ data: { ...place, ...data } });
    return {
      action: "target.set",
      subject: `${code} ${target.year}`,
      detail: { before: JSON.parse(JSON.stringify(before)), after: { ...target } },
    };
  });
}

/** Takes a target away. Refuses `access.notFound`, and `setup.published` where a published year was judged by it. */
export async function endTarget(setter: Setter, id: string): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const before = await tx.target.findFirst({
      where: { id, organisationId },
      include: { kpi: { select: { code: true } } },
    });
    if (!before) throw new Refusal("access.notFound");
    await tx.target.delete({ where: { id }, select: { id: true } });
    const { kpi, ...was } = before;
    return {
      action: "target.end",
      subject: `${kpi.code} ${before.year}`,
      detail: { before: JSON.parse(JSON.stringify(was)) },
    };
  });
}
