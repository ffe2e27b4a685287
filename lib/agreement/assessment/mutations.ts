import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { AssessmentVerdict } from "@/lib/database/generated/enums";
import type { AgreementActor } from "@/lib/agreement/change/model";

/** What is said of an agreement in a track; without a verdict it is a comment. */
export type AssessmentDraft = { agreementId: string; trackId: string; verdict: AssessmentVerdict | null; text: string };

/**
 * Comments on an agreement in a track, or assesses it there. Who is in no specialist function that follows the track,
 * nor in the central one, is refused by `access.notFound`. Nothing the agreement says is changed by it.
 */
export async function assess(actor: AgreementActor, draft: AssessmentDraft): Promise<void> {
  const { organisationId, actorId } = actor;
  await database.$transaction(async (tx) => {
    const [agreement, track] = await Promise.all([
      tx.agreement.findUnique({
        where: { organisationId_id: { organisationId, id: draft.agreementId } },
        select: { orgUnit: { select: { code: true } }, period: { select: { code: true } } },
      }),
      tx.track.findUnique({
        where: { organisationId_id: { organisationId, id: draft.trackId } },
        include: { functions: { where: { function: { members: { some: { userId: actorId } } } } } },
      }),
    ]);
    if (!agreement || !track || !(actor.isCentral || track.functions.length > 0)) throw new Refusal("access.notFound");
    await tx.assessment.createMany({ data: [{ ...draft, organisationId, actorId }] });
    // What was said stays out of the trail: it may name people, and the trail is never erased.
    await recordAudit(tx, {
      ...{ organisationId, actorId },
      door: "page",
      action: "agreement.assess",
      subject: `${agreement.orgUnit.code} ${agreement.period.code}`,
      detail: { track: track.code, verdict: draft.verdict },
    });
  });
}
