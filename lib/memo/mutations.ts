import type { Prisma } from "@/lib/database/generated/client";

/** Raises the version of an organisation's data: whatever was remembered of the version before is worked out anew. */
export async function raiseDataVersion(tx: Prisma.TransactionClient, organisationId: string): Promise<void> {
  await tx.organisation.update({
    where: { id: organisationId },
    data: { dataVersion: { increment: 1 } },
    select: { id: true },
  });
}
