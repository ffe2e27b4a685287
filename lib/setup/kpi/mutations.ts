import { Refusal } from "@/lib/access/refusal";
import { Prisma } from "@/lib/database/generated/client";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import type { Definition, KpiPlace } from "./model";

/** Adds a KPI, or a series of base data, with its first definition. Refuses `setup.taken` and `setup.unknownCode`. */
export async function addKpi(
  setter: Setter,
  kpi: { code: string; purpose: "indicator" | "base" } & KpiPlace,
  definition: Definition,
): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    await requirePlace(tx, organisationId, kpi);
    const position = await tx.kpi.count({ where: { organisationId } });
    const { id } = await tx.kpi.create({
      data: { organisationId, position, pillarPosition: position, ...kpi },
      select: { id: true },
    });
    await tx.kpiVersion.create({ data: await rowOf(tx, organisationId, id, definition), select: { kpiId: true } });
    return { action: "kpi.add", subject: kpi.code, detail: { ...kpi, definition } };
  });
}

/**
 * Says what a KPI is from a year on, in place of what was said from that same year, and where it is followed. Refuses
 * `access.notFound`, `setup.unknownCode`, and `setup.published` where a published year would read differently: then
 * the definition is given from a later year, or restated.
 */
export async function defineKpi(setter: Setter, code: string, place: KpiPlace, definition: Definition): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const kpi = await tx.kpi.findUnique({ where: { organisationId_code: { organisationId, code } } });
    if (!kpi) throw new Refusal("access.notFound");
    await requirePlace(tx, organisationId, place);
    await tx.kpi.update({ where: { id: kpi.id }, data: place, select: { id: true } });
    const row = await rowOf(tx, organisationId, kpi.id, definition);
    const where = { kpiId_validFromYear: { kpiId: kpi.id, validFromYear: definition.validFromYear } };
    const before = await tx.kpiVersion.findUnique({ where });
    if (before) await tx.kpiVersion.update({ where, data: row, select: { kpiId: true } });
    else await tx.kpiVersion.create({ data: row, select: { kpiId: true } });
    const was = JSON.parse(JSON.stringify(before)) as Prisma.InputJsonObject | null;
    return {
      action: "kpi.define",
      subject: `${code} ${definition.validFromYear}`,
      detail: { before: was, after: { ...place, definition } },
    };
  });
}

async function rowOf(
  tx: Prisma.TransactionClient,
  organisationId: string,
  kpiId: string,
  { weightCode, formula, ...definition }: Definition,
): Promise<Prisma.KpiVersionUncheckedCreateInput> {
  const weight =
    weightCode === null
      ? null
      : await tx.kpi.findUnique({
          where: { organisationId_code: { organisationId, code: weightCode } },
          select: { id: true },
        });
  if (weightCode !== null && !weight) throw new Refusal("setup.unknownCode", { code: weightCode }, "weightCode");
  return { organisationId, kpiId, ...definition, weightKpiId: weight?.id ?? null, formula: formula ?? Prisma.DbNull };
}

async function requirePlace(tx: Prisma.TransactionClient, organisationId: string, place: KpiPlace): Promise<void> {
  const { pillarId, ownerId } = place;
  const [pillars, owners] = await Promise.all([
    pillarId === null ? 1 : tx.pillar.count({ where: { organisationId, id: pillarId } }),
    ownerId === null ? 1 : tx.membership.count({ where: { organisationId, userId: ownerId } }),
  ]);
  if (pillars === 0 || owners === 0) throw new Refusal("access.notFound");
}
