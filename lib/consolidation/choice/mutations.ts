import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import type { Counts, PrismaClient } from "@/lib/database/generated/client";
import { requireOpenPeriod } from "@/lib/value/period/mutations";

/**
 * Says which counts where the organisation's figure was entered and is consolidated as well; the other stays visible.
 * With its audit entry and the new data version in one transaction. @throws Refusal `access.notFound` for a KPI or year
 * of nobody's, `comparability.periodClosed` where figures of the year are settled, `comparability.noFigure` where
 * nothing was entered to choose from.
 */
export async function chooseCounts(
  database: PrismaClient,
  { organisationId, actorId }: { organisationId: string; actorId: string },
  { code, year, counts }: { code: string; year: number; counts: Counts },
): Promise<void> {
  await database.$transaction(async (tx) => {
    await requireOpenPeriod(tx, organisationId, year);
    const [kpi, root] = await Promise.all([
      tx.kpi.findUnique({ where: { organisationId_code: { organisationId, code } }, select: { id: true } }),
      tx.orgUnit.findFirstOrThrow({ where: { organisationId, isRoot: true }, select: { id: true } }),
    ]);
    if (!kpi) throw new Refusal("access.notFound");
    const entered = { organisationId, kpiId: kpi.id, orgUnitId: root.id, year };
    const value = await tx.yearlyValue.findFirst({
      where: { ...entered, status: { in: ["reported", "estimated"] } },
      select: { kpiId: true, orgUnitId: true },
    });
    if (!value) throw new Refusal("comparability.noFigure", { year });
    const place = { kpiId_orgUnitId_year: { ...value, year } };
    const before = await tx.countingChoice.findUnique({ where: place });
    await tx.countingChoice.upsert({
      where: place,
      create: { organisationId, ...value, year, counts, chosenBy: actorId },
      update: { counts, chosenBy: actorId, chosenAt: new Date() },
    });
    await tx.organisation.update({ where: { id: organisationId }, data: { dataVersion: { increment: 1 } } });
    const detail = { year, from: before?.counts ?? "entered", to: counts };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "value.choose", subject: code, detail });
  });
}
