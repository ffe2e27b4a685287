import { Refusal } from "@/lib/access/refusal";
import type { Prisma, Target } from "@/lib/database/generated/client";
import { requireBaseline, targetColumns, type TargetInput } from "@/lib/setup/target/mutations";
import type { StoredTarget } from "@/lib/target/model";
import { storedTarget } from "@/lib/target/queries";
import type { Planner } from "../plan/mutations";

/** The organisation's target of a KPI for a year as it shall be; null: it shall not have been one. */
export type TargetWrite = { code: string; year: number; target: TargetInput | null };

/**
 * Plans to restate a target by which published years are judged: another limit, another kind, or none. Refuses
 * `access.notFound`, `setup.baselineMissing`, `setup.baselineLate` and `restatement.nothingChanges`.
 */
export function planTarget(organisationId: string, { code, year, target }: TargetWrite): Planner {
  return async (reader) => {
    if (target) requireBaseline(target);
    const kpi = await reader.kpi.findUnique({
      where: { organisationId_code: { organisationId, code } },
      select: { id: true, targets: { where: { orgUnitId: null }, orderBy: { year: "asc" } } },
    });
    if (!kpi) throw new Refusal("access.notFound");
    const place = { organisationId, kpiId: kpi.id, orgUnitId: null, year };
    const was = kpi.targets.find((one) => one.year === year) ?? null;
    const data = target && targetColumns(target);
    const [before, after] = [was && said(was), data && said(data)];
    if (JSON.stringify(before) === JSON.stringify(after)) throw new Refusal("restatement.nothingChanges", {}, "limit");
    const stored = kpi.targets.map((one) => storedTarget(one, "da"));
    const others = stored.filter((one) => one.year !== year);
    const now: StoredTarget[] = after ? [...others, { ...after, year, note: "" }] : others;
    // It judges from the year it was set in to its own; before and after.
    const since = [was, target].flatMap((one) => (one ? [one.setInYear ?? 0] : []));
    return {
      years: [Math.min(...since), year],
      row: { kind: "target", kpiId: kpi.id, before: { target: before }, after: { target: after } },
      subjectOf: () => ({ kind: "target", code, before: stored, after: now }),
      act: { action: "target.restate", detail: { code, year, before, after } },
      write: async (tx) => {
        const where = { id: was?.id ?? "" };
        if (was && data) await tx.target.update({ where, data, select: { id: true } });
        else if (was) await tx.target.delete({ where, select: { id: true } });
        else if (data) await tx.target.create({ data: { ...place, ...data }, select: { id: true } });
      },
    };
  };
}

type Columns = ReturnType<typeof targetColumns> | Target;

/** What a target says, whether stored or asked for, in the same form. */
function said(columns: Columns): Omit<StoredTarget, "year" | "note"> & Prisma.InputJsonObject {
  const { kind, scale, baselineYear, setInYear, printsUnit, amount, men, women } = columns;
  return {
    ...{ kind, scale, baselineYear, setInYear, printsUnit },
    amount: typeof amount === "object" ? (amount?.toFixed(scale) ?? null) : amount,
    men: typeof men === "object" ? (men?.toFixed() ?? null) : men,
    women: typeof women === "object" ? (women?.toFixed() ?? null) : women,
  };
}
