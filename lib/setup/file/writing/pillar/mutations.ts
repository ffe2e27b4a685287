import type { Prisma } from "@/lib/database/generated/client";
import type { PillarSetupFile } from "../../schema";

/** Makes and changes pillars with their themes as a file says, in its order. Ids by code. */
export async function writePillars(
  tx: Prisma.TransactionClient,
  organisationId: string,
  pillars: PillarSetupFile[],
  changed: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [position, { code, themes, isChapter, ...pillar }] of pillars.entries()) {
    const row = { ...pillar, isGuiding: !isChapter, position };
    const { id } = await tx.pillar.upsert({
      where: { organisationId_code: { organisationId, code } },
      create: { organisationId, code, ...row },
      update: row,
      select: { id: true },
    });
    ids.set(code, id);
    if (!changed.has(code)) continue;
    await tx.theme.deleteMany({ where: { pillarId: id } });
    await tx.theme.createMany({
      data: themes.map(({ da, en, sdgs }, order) => ({ pillarId: id, nameDa: da, nameEn: en, sdgs, position: order })),
    });
  }
  return ids;
}
