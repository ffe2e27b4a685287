/** Writes the demo's reports, whose text stands in report-texts. */
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import { loadPictures } from "./pictures.ts";
import { reportRows } from "./aleris-report.ts";

/** Loads the reports of one organisation with their sections and blocks. */
export async function loadReports(
  database: PrismaClient | Prisma.TransactionClient,
  organisationId: string,
  slug: "aleris" | "region-midtjylland",
): Promise<void> {
  if (slug === "aleris") await loadPictures(database, organisationId);
  const pillars = new Map(
    (await database.pillar.findMany({ where: { organisationId } })).map((row) => [row.code, row.id]),
  );
  for (const { sections, ...report } of reportRows()[slug]) {
    const { id: reportId } = await database.report.create({ data: { organisationId, ...report } });
    for (const [position, { blocks, pillarCode, ...section }] of sections.entries()) {
      const row = await database.section.create({
        data: { reportId, position, pillarId: pillarCode && pillars.get(pillarCode)!, ...section },
      });
      await database.block.createMany({
        data: blocks.map((block, order) => ({
          ...block,
          settings: block.settings as Prisma.InputJsonObject,
          sectionId: row.id,
          position: order,
        })),
      });
    }
  }
}
