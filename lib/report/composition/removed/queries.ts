import { database } from "@/lib/database/client";
import type { BlockKind } from "@/lib/database/generated/enums";

type Words = { titleDa: string; titleEn: string };

/** What was taken out of a report and can be brought back, latest first. */
export type Removed = {
  sections: (Words & { code: string; removedAt: Date })[];
  blocks: (Words & { id: string; kind: BlockKind; bodyDa: string; bodyEn: string; removedAt: Date; section: Words })[];
};

/** Removed sections of a report, and removed blocks of those sections that are still there. */
export async function listRemoved(organisationId: string, year: number): Promise<Removed> {
  const report = { organisationId, year };
  const words = { titleDa: true, titleEn: true } as const;
  const [sections, blocks] = await Promise.all([
    database.section.findMany({
      where: { report, removedAt: { not: null } },
      orderBy: { removedAt: "desc" },
      select: { ...words, code: true, removedAt: true },
    }),
    database.block.findMany({
      where: { removedAt: { not: null }, section: { removedAt: null, report } },
      orderBy: { removedAt: "desc" },
      select: {
        ...words,
        id: true,
        kind: true,
        bodyDa: true,
        bodyEn: true,
        removedAt: true,
        section: { select: words },
      },
    }),
  ]);
  return {
    sections: sections.map((section) => ({ ...section, removedAt: section.removedAt! })),
    blocks: blocks.map((block) => ({ ...block, removedAt: block.removedAt! })),
  };
}
