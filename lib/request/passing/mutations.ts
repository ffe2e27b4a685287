import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import type { PrismaClient } from "@/lib/database/generated/client";
import { listGivers } from "@/lib/request/giver/queries";
import { tell, type MailIs } from "@/lib/request/notice/mutations";

/** Some of what is asked at an org unit, and who shall give it from now on. */
export type Passing = { orgUnitId: string; year: number; kpiIds: readonly string[]; personId: string };

/**
 * Passes on what is asked of oneself (of anybody, with `ofAnybody`) to somebody else who has access to the org unit.
 * Refuses `request.cannotGive`, and `access.notFound` when some of it is asked of others or of nobody.
 */
export function passOn(
  database: PrismaClient,
  { organisationId, actorId, ofAnybody }: { organisationId: string; actorId: string; ofAnybody: boolean },
  { orgUnitId, year, kpiIds, personId }: Passing,
  mail: MailIs,
): Promise<number> {
  return database.$transaction(async (tx) => {
    const givers = await listGivers(tx, organisationId);
    if (!givers.some((giver) => giver.orgUnitId === orgUnitId && giver.personId === personId))
      throw new Refusal("request.cannotGive", {}, "personId");
    const ids = [...new Set(kpiIds)];
    const passed = await tx.requestedCell.updateManyAndReturn({
      where: { organisationId, orgUnitId, year, kpiId: { in: ids }, ...(!ofAnybody && { personId: actorId }) },
      data: { personId, passedOnBy: actorId },
      select: { requestId: true },
    });
    if (passed.length < ids.length) throw new Refusal("access.notFound");
    for (const requestId of new Set(passed.map((cell) => cell.requestId)))
      await tell(tx, { organisationId, requestId, kind: "passedOn", once: `${orgUnitId} ${ids[0]}`, mail }, [personId]);
    const detail = { orgUnitId, year, kpis: ids, to: personId };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "request.passOn", detail });
    return passed.length;
  });
}
