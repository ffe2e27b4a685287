import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { raiseDataVersion } from "@/lib/memo/mutations";
import { keepBefore, recordRevisions, type Author } from "../mutations";

/**
 * Brings the words and settings of an earlier revision back, as a new revision. Refuses `composer.changed` where
 * somebody saved the block meanwhile, `composer.gone` where there is no such block or revision.
 */
export async function restoreRevision(
  author: Author,
  { blockId, revision, seen }: { blockId: string; revision: string; seen: number },
): Promise<void> {
  const { organisationId, year, actorId } = author;
  await database.$transaction(async (tx) => {
    await keepBefore(tx, author, [blockId]);
    const earlier = await tx.blockRevision.findFirst({
      where: { id: revision, blockId, organisationId, year },
      select: { titleDa: true, titleEn: true, bodyDa: true, bodyEn: true, settings: true, sectionCode: true },
    });
    const ofReport = {
      ...{ id: blockId, removedAt: null },
      section: { removedAt: null, report: { organisationId, year } },
    };
    const block = await tx.block.findFirst({ where: ofReport, select: { section: { select: { code: true } } } });
    if (!earlier || !block) throw new Refusal("composer.gone");
    const { settings, titleDa, titleEn, bodyDa, bodyEn } = earlier;
    const { count } = await tx.block.updateMany({
      where: { ...ofReport, version: seen },
      data: { titleDa, titleEn, bodyDa, bodyEn, settings: settings as Prisma.InputJsonValue, version: seen + 1 },
    });
    if (count === 0) throw new Refusal("composer.changed");
    await recordRevisions(tx, author, [blockId], "restore");
    await raiseDataVersion(tx, organisationId);
    await recordAudit(tx, {
      ...{ organisationId, actorId, door: "page", action: "report.block.restore" },
      subject: `${year} ${block.section.code}`,
      detail: { blockId, revision, version: seen + 1 },
    });
  });
}
