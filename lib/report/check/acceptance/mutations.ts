import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";

/** Who accepts or takes back, and of which report. */
export type Accepting = { organisationId: string; year: number; actorId: string };

/** Accepts findings for one reason, all or none. Accepting one again changes nothing. Refuses `access.notFound` without a report. */
export async function acceptFindings(
  accepting: Accepting,
  findings: readonly { key: string; excerpt: string }[],
  reason: string,
): Promise<void> {
  const { organisationId, year, actorId } = accepting;
  await database.$transaction(async (tx) => {
    const report = await tx.report.findUnique({
      where: { organisationId_year: { organisationId, year } },
      select: { id: true },
    });
    if (!report) throw new Refusal("access.notFound");
    const made = await tx.checkAcceptance.createManyAndReturn({
      data: findings.map(({ key }) => ({ organisationId, year, finding: key, reason, acceptedBy: actorId })),
      skipDuplicates: true,
      select: { finding: true },
    });
    const isNew = new Set(made.map(({ finding }) => finding));
    for (const { key, excerpt } of findings.filter((one) => isNew.has(one.key)))
      await recordAudit(tx, {
        ...{ organisationId, actorId, door: "page", action: "report.accept", subject: String(year) },
        detail: { finding: key, excerpt, reason },
      });
  });
}

/** Takes an acceptance back; the finding is open again. Refuses `access.notFound` when there is none that holds. */
export async function withdrawAcceptance({ organisationId, year, actorId }: Accepting, finding: string): Promise<void> {
  await database.$transaction(async (tx) => {
    const { count } = await tx.checkAcceptance.updateMany({
      where: { organisationId, year, finding, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    if (count === 0) throw new Refusal("access.notFound");
    await recordAudit(tx, {
      ...{ organisationId, actorId, door: "page", action: "report.withdrawAcceptance", subject: String(year) },
      detail: { finding },
    });
  });
}
