import type { Prisma } from "@/lib/database/generated/client";
import type { AgreementActor } from "@/lib/agreement/change/model";
import { agreementText, hashOf } from "./model";
import { contentOf, textWords } from "./queries";

/** Freezes the agreement's words as they stand; answers their hash. */
export async function freezeText(
  tx: Prisma.TransactionClient,
  { organisationId, actorId }: AgreementActor,
  { id: agreementId }: { id: string },
): Promise<string> {
  const text = agreementText(await contentOf(tx, agreementId), textWords());
  const { edition, kind, reason } = await tx.agreement.findUniqueOrThrow({ where: { id: agreementId } });
  const number = 1 + (await tx.agreementText.count({ where: { agreementId } }));
  const sha256 = hashOf(text);
  const row = { organisationId, agreementId, number, edition, kind, reason, text, sha256, createdBy: actorId };
  await tx.agreementText.createMany({ data: [row] });
  return sha256;
}
