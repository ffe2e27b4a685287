import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import type { BreakKind, PrismaClient } from "@/lib/database/generated/client";
import { raiseDataVersion } from "@/lib/memo/mutations";

/** Who does it, in which organisation. */
export type Actor = { organisationId: string; actorId: string };

/** Marks a series as broken from a year on, or changes what is said of it; with its audit entry in one transaction. @throws Refusal `access.notFound` for a KPI or year of nobody's. */
export async function markBreak(
  database: PrismaClient,
  { organisationId, actorId }: Actor,
  { code, year, ...said }: { code: string; year: number; kind: BreakKind; noteDa: string; noteEn: string },
): Promise<void> {
  await database.$transaction(async (tx) => {
    const [kpi, period] = await Promise.all([
      tx.kpi.findUnique({ where: { organisationId_code: { organisationId, code } }, select: { id: true } }),
      tx.reportingPeriod.findUnique({ where: { organisationId_year: { organisationId, year } } }),
    ]);
    if (!kpi || !period) throw new Refusal("access.notFound");
    const place = { kpiId_year: { kpiId: kpi.id, year } };
    const before = await tx.seriesBreak.findUnique({ where: place });
    await tx.seriesBreak.upsert({
      where: place,
      create: { organisationId, kpiId: kpi.id, year, ...said, createdBy: actorId },
      update: { ...said, createdBy: actorId, createdAt: new Date() },
    });
    await raiseDataVersion(tx, organisationId);
    const from = before && { kind: before.kind, noteDa: before.noteDa, noteEn: before.noteEn };
    const detail = { year, from, to: said };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "break.mark", subject: code, detail });
  });
}

/** Takes a break away. @throws Refusal `access.notFound` where there is none. */
export async function removeBreak(
  database: PrismaClient,
  { organisationId, actorId }: Actor,
  { code, year }: { code: string; year: number },
): Promise<void> {
  await database.$transaction(async (tx) => {
    const found = await tx.seriesBreak.findFirst({ where: { organisationId, year, kpi: { code } } });
    if (!found) throw new Refusal("access.notFound");
    await tx.seriesBreak.delete({ where: { kpiId_year: { kpiId: found.kpiId, year } } });
    await raiseDataVersion(tx, organisationId);
    const detail = { year, from: { kind: found.kind, noteDa: found.noteDa, noteEn: found.noteEn }, to: null };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "break.remove", subject: code, detail });
  });
}
