import type { Prisma } from "@/lib/database/generated/client";
import { scaleOf } from "@/lib/number/model";
import type { FactorSetup } from "../../schema";

/** Adds factors and the versions that are not there yet. What is there is never changed. */
export async function writeFactors(
  tx: Prisma.TransactionClient,
  { organisationId, actorId }: { organisationId: string; actorId: string },
  factors: FactorSetup[],
): Promise<void> {
  for (const { code, versions, ...factor } of factors) {
    const { id: factorId } = await tx.emissionFactor.upsert({
      where: { organisationId_code: { organisationId, code } },
      create: { organisationId, code, ...factor },
      update: {},
      select: { id: true },
    });
    const held = await tx.emissionFactorVersion.count({ where: { organisationId, factorId } });
    await tx.emissionFactorVersion.createMany({
      data: versions.slice(held).map(({ from, retrievedOn, ...version }, at) => ({
        ...version,
        organisationId,
        factorId,
        version: held + at + 1,
        validFromYear: from,
        scale: scaleOf(version.value),
        retrievedOn: new Date(retrievedOn),
        addedBy: actorId,
      })),
    });
  }
}
