import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { claimYear } from "@/lib/report/beginning/mutations";
import { recordRevisions, type Author } from "@/lib/report/history/mutations";
import { rolledSections, rolledTitle, type RollingSection } from "./model";

const inOrder = { where: { removedAt: null }, orderBy: { position: "asc" } } as const;

/**
 * Begins the report of a year from an earlier one: sections, blocks and settings, hidden ones among them. Refuses
 * `report.begun` where somebody was faster, `report.noneBefore` without a report to go on from.
 */
export async function rollReport(author: Author, from: number): Promise<void> {
  const { organisationId, year, actorId } = author;
  const move = { from, to: year };
  await database.$transaction(async (tx) => {
    await claimYear(tx, author);
    const last =
      from < year &&
      (await tx.report.findUnique({
        where: { organisationId_year: { organisationId, year: from } },
        include: { sections: { ...inOrder, include: { blocks: inOrder } } },
      }));
    if (!last) throw new Refusal("report.noneBefore");
    const { titleDa, titleEn, subtitleDa, subtitleEn } = last;
    const { id: reportId } = await tx.report.create({
      data: { organisationId, year, ...rolledTitle({ titleDa, titleEn, subtitleDa, subtitleEn }, move) },
      select: { id: true },
    });
    const blocks = await writeSections(tx, reportId, rolledSections(last.sections, move));
    await recordRevisions(tx, author, blocks, "roll");
    const detail = { from };
    await recordAudit(tx, {
      ...{ organisationId, actorId, door: "page", action: "report.begin", subject: String(year), detail },
    });
  });
}

/** Writes sections and their blocks, in two statements; returns the blocks' ids. */
async function writeSections(
  tx: Prisma.TransactionClient,
  reportId: string,
  sections: RollingSection[],
): Promise<string[]> {
  const placed = sections.map((section, position) => ({ ...section, id: randomUUID(), position }));
  await tx.section.createMany({
    data: placed.map(({ id, kind, code, position, titleDa, titleEn, pillarId, appendixPart, isHidden }) => ({
      ...{ id, reportId, kind, code, position, titleDa, titleEn, pillarId, appendixPart, isHidden },
    })),
  });
  const rows = placed.flatMap(({ id: sectionId, blocks }) =>
    blocks.map(({ kind, titleDa, titleEn, bodyDa, bodyEn, settings, isHidden, mustRewrite }, position) => ({
      ...{ id: randomUUID(), sectionId, kind, position, titleDa, titleEn, bodyDa, bodyEn, isHidden, mustRewrite },
      settings: settings as Prisma.InputJsonValue,
    })),
  );
  await tx.block.createMany({ data: rows });
  return rows.map(({ id }) => id);
}
