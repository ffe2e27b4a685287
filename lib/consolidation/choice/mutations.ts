import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import type { Counts, Prisma, PrismaClient } from "@/lib/database/generated/client";
import { raiseDataVersion } from "@/lib/memo/mutations";
import { requireOpenPeriod } from "@/lib/value/period/mutations";

type Chooser = { organisationId: string; actorId: string };
type Place = { code: string; year: number };

/**
 * The organisation's entered figure of a KPI and year, and which counts now. @throws Refusal `access.notFound` for a KPI
 * of nobody's, `comparability.noFigure` where nothing was entered to choose from.
 */
export async function findChoice(
  reader: Prisma.TransactionClient,
  organisationId: string,
  { code, year }: Place,
): Promise<{ kpiId: string; orgUnitId: string; before: Counts }> {
  const [kpi, root] = await Promise.all([
    reader.kpi.findUnique({ where: { organisationId_code: { organisationId, code } }, select: { id: true } }),
    reader.orgUnit.findFirstOrThrow({ where: { organisationId, isRoot: true }, select: { id: true } }),
  ]);
  if (!kpi) throw new Refusal("access.notFound");
  const value = await reader.yearlyValue.findFirst({
    where: {
      ...{ organisationId, kpiId: kpi.id, orgUnitId: root.id, year },
      status: { in: ["reported", "estimated"] },
    },
    select: { kpiId: true, orgUnitId: true },
  });
  if (!value) throw new Refusal("comparability.noFigure", { year });
  const chosen = await reader.countingChoice.findUnique({ where: { kpiId_orgUnitId_year: { ...value, year } } });
  return { ...value, before: chosen?.counts ?? "entered" };
}

/** Writes which counts; whoever calls sees to the year, the audit entry and the data version. */
export async function writeChoice(
  tx: Prisma.TransactionClient,
  { organisationId, actorId }: Chooser,
  { kpiId, orgUnitId, year, counts }: { kpiId: string; orgUnitId: string; year: number; counts: Counts },
): Promise<void> {
  await tx.countingChoice.upsert({
    where: { kpiId_orgUnitId_year: { kpiId, orgUnitId, year } },
    create: { organisationId, kpiId, orgUnitId, year, counts, chosenBy: actorId },
    update: { counts, chosenBy: actorId, chosenAt: new Date() },
  });
}

/**
 * Says which counts where the organisation's figure was entered and is consolidated as well; the other stays visible.
 * With its audit entry and the new data version in one transaction. @throws Refusal `access.notFound` for a KPI or year
 * of nobody's, `comparability.periodClosed` where figures of the year are settled, `comparability.noFigure` where
 * nothing was entered to choose from.
 */
export async function chooseCounts(
  database: PrismaClient,
  { organisationId, actorId }: Chooser,
  { code, year, counts }: Place & { counts: Counts },
): Promise<void> {
  await database.$transaction(async (tx) => {
    await requireOpenPeriod(tx, organisationId, year);
    const { before, ...value } = await findChoice(tx, organisationId, { code, year });
    await writeChoice(tx, { organisationId, actorId }, { ...value, year, counts });
    await raiseDataVersion(tx, organisationId);
    const detail = { year, from: before, to: counts };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "value.choose", subject: code, detail });
  });
}
