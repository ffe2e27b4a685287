import { Refusal } from "@/lib/access/refusal";
import type { DecimalText } from "@/lib/number/model";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { requireKpi } from "@/lib/setup/kpi/finding/queries";

/** A benchmark as set: what it is, and its figure with its decimals. */
export type BenchmarkInput = { year: number; labelDa: string; labelEn: string; amount: DecimalText; scale: number };

/** Holds a KPI against an outside figure. Refuses `access.notFound`, and `setup.taken` for one of that name and year. */
export async function addBenchmark(setter: Setter, code: string, benchmark: BenchmarkInput): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const { id: kpiId } = await requireKpi(tx, organisationId, code);
    await tx.benchmark.create({ data: { organisationId, kpiId, ...benchmark }, select: { id: true } });
    return { action: "benchmark.add", subject: `${code} ${benchmark.year}`, detail: benchmark };
  });
}

/** Takes a benchmark away. Refuses `access.notFound`. */
export async function removeBenchmark(setter: Setter, code: string, id: string): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const before = await tx.benchmark.findFirst({ where: { id, organisationId, kpi: { code } } });
    if (!before) throw new Refusal("access.notFound");
    await tx.benchmark.delete({ where: { id }, select: { id: true } });
    const { year, labelDa, labelEn, amount } = before;
    const detail = { before: { year, labelDa, labelEn, amount: amount.toFixed() } };
    return { action: "benchmark.remove", subject: `${code} ${year}`, detail };
  });
}
