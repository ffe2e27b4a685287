import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { raiseDataVersion } from "@/lib/memo/mutations";
import { saysTheSame, type TextOutcome } from "@/lib/report/editing/model";

/** Who explains which restatement, having seen which version of the explanation (0: none yet). */
export type Explaining = { organisationId: string; actorId: string; restatementId: string; seen: number };

/**
 * Saves how the report explains a restatement, with its audit entry and the organisation's new data version in one
 * transaction; a conflict where somebody else stored other words since, `gone` for a restatement of nobody's here.
 */
export async function saveExplanation(
  { organisationId, actorId, restatementId, seen }: Explaining,
  words: { textDa: string; textEn: string },
): Promise<TextOutcome> {
  return database.$transaction(async (tx) => {
    const [restatement] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Restatement" WHERE "organisationId" = ${organisationId}::uuid AND id = ${restatementId}::uuid`;
    if (!restatement) return { outcome: "gone" };
    const [stored] = await tx.$queryRaw<{ textDa: string; textEn: string; version: number }[]>`
      SELECT "textDa", "textEn", version FROM "RestatementExplanation"
      WHERE "organisationId" = ${organisationId}::uuid AND "restatementId" = ${restatementId}::uuid FOR UPDATE`;
    const { version = 0, ...from } = stored ?? { textDa: "", textEn: "" };
    if (saysTheSame(from, words)) return { outcome: "unchanged", seen: String(version) };
    if (version !== seen) return { outcome: "conflict", seen: String(version), stored: from };
    const data = { ...words, version: version + 1, updatedBy: actorId, updatedAt: new Date() };
    await tx.restatementExplanation.upsert({
      where: { restatementId },
      create: { organisationId, restatementId, ...data },
      update: data,
      select: { version: true },
    });
    await raiseDataVersion(tx, organisationId);
    await recordAudit(tx, {
      ...{ organisationId, actorId, door: "page", action: "restatement.explain", subject: restatementId },
      detail: { version: version + 1, from, to: words },
    });
    return { outcome: "saved", seen: String(version + 1) };
  });
}
