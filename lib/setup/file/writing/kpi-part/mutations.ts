import { Prisma } from "@/lib/database/generated/client";
import { scaleOf } from "@/lib/number/model";
import type { KpiSetup } from "../../schema";

/** Ids by code of what KPIs name. */
export type Ids = Record<"kpis" | "orgUnits" | "pillars", ReadonlyMap<string, string>>;

type Owner = { organisationId: string; actorId: string };

/**
 * Writes what hangs on a KPI. Of definitions and targets only what differs is touched: the database refuses to touch
 * what a published year rests on.
 */
export async function writeParts(
  tx: Prisma.TransactionClient,
  { organisationId, actorId }: Owner,
  kpi: KpiSetup,
  before: KpiSetup | null,
  ids: Ids,
): Promise<void> {
  const own = { organisationId, kpiId: ids.kpis.get(kpi.code)! };
  const definitions = difference(before?.definitions ?? [], kpi.definitions, ({ from }) => String(from));
  await tx.kpiVersion.deleteMany({
    where: { ...own, validFromYear: { in: definitions.gone.map(({ from }) => from) } },
  });
  for (const definition of definitions.changed)
    await tx.kpiVersion.update({
      where: { kpiId_validFromYear: { kpiId: own.kpiId, validFromYear: definition.from } },
      data: definitionRow(definition, ids),
      select: { kpiId: true },
    });
  await tx.kpiVersion.createMany({ data: definitions.made.map((one) => ({ ...own, ...definitionRow(one, ids) })) });
  await writeTargets(tx, own, kpi, before, ids);
  await tx.kpiCollection.deleteMany({ where: own });
  await tx.kpiCollection.createMany({
    data: kpi.collectedAt.map(({ orgUnit, from, to }) => ({
      ...own,
      orgUnitId: ids.orgUnits.get(orgUnit)!,
      fromYear: from,
      toYear: to,
    })),
  });
  await tx.benchmark.deleteMany({ where: own });
  await tx.benchmark.createMany({
    data: kpi.benchmarks.map((one) => ({ ...own, ...one, scale: scaleOf(one.amount) })),
  });
  await tx.kpiReference.deleteMany({ where: own });
  await tx.kpiReference.createMany({ data: kpi.references.map((one) => ({ ...own, ...one })) });
  const breaks = difference(before?.breaks ?? [], kpi.breaks, ({ year }) => String(year));
  await tx.seriesBreak.deleteMany({
    where: { ...own, year: { in: [...breaks.gone, ...breaks.changed].map(({ year }) => year) } },
  });
  await tx.seriesBreak.createMany({
    data: [...breaks.made, ...breaks.changed].map((one) => ({ ...own, ...one, createdBy: actorId })),
  });
}

async function writeTargets(
  tx: Prisma.TransactionClient,
  own: { organisationId: string; kpiId: string },
  kpi: KpiSetup,
  before: KpiSetup | null,
  ids: Ids,
): Promise<void> {
  const place = ({ year, orgUnit }: KpiSetup["targets"][number]) => ({
    ...own,
    year,
    orgUnitId: orgUnit === null ? null : ids.orgUnits.get(orgUnit)!,
  });
  const targets = difference(before?.targets ?? [], kpi.targets, ({ year, orgUnit }) => `${year} ${orgUnit ?? ""}`);
  for (const target of targets.gone) await tx.target.deleteMany({ where: place(target) });
  for (const target of targets.changed) await tx.target.updateMany({ where: place(target), data: targetRow(target) });
  await tx.target.createMany({ data: targets.made.map((target) => ({ ...place(target), ...targetRow(target) })) });
}

function targetRow({ limit, year: _, orgUnit: __, ...target }: KpiSetup["targets"][number]) {
  return { ...target, amount: limit, scale: limit === null ? 0 : scaleOf(limit) };
}

function definitionRow({ from, collected, weighedBy, formula, ...rest }: KpiSetup["definitions"][number], ids: Ids) {
  return {
    ...rest,
    validFromYear: from,
    collectionLevel: collected,
    weightKpiId: weighedBy === null ? null : ids.kpis.get(weighedBy)!,
    formula: formula ?? Prisma.DbNull,
  };
}

function difference<Item>(before: Item[], after: Item[], keyOf: (item: Item) => string) {
  const held = new Map(before.map((item) => [keyOf(item), JSON.stringify(item)]));
  const named = new Set(after.map(keyOf));
  return {
    gone: before.filter((item) => !named.has(keyOf(item))),
    made: after.filter((item) => !held.has(keyOf(item))),
    changed: after.filter((item) => held.has(keyOf(item)) && held.get(keyOf(item)) !== JSON.stringify(item)),
  };
}
