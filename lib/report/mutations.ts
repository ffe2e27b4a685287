import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { raiseDataVersion } from "@/lib/memo/mutations";
import { keepBefore, recordRevisions } from "@/lib/report/history/mutations";
import { saysTheSame, seenText, type TextOutcome } from "@/lib/report/editing/model";
import type { BlockText, ReportText } from "@/lib/report/schema";

/** Who writes, and in which report. */
export type ReportWriter = { organisationId: string; year: number; actorId: string };

type Transaction = Parameters<Parameters<typeof database.$transaction>[0]>[0];
type Detail = NonNullable<Parameters<typeof recordAudit>[1]["detail"]>;

const blockWords = { titleDa: true, titleEn: true, bodyDa: true, bodyEn: true } as const;
const reportWords = { titleDa: true, titleEn: true, subtitleDa: true, subtitleEn: true } as const;

/** Saves a block's words if it still has the version its editor saw; text, audit and the organisation's new data version are one transaction. */
export async function saveBlockText(
  writer: ReportWriter,
  block: { id: string; seen: number },
  words: BlockText,
): Promise<TextOutcome> {
  const { organisationId, year } = writer;
  return database.$transaction(async (tx) => {
    const ofReport = {
      ...{ id: block.id, removedAt: null },
      section: { removedAt: null, report: { organisationId, year } },
    };
    await keepBefore(tx, writer, [block.id]);
    const before = await tx.block.findFirst({
      where: ofReport,
      select: { ...blockWords, section: { select: { code: true } } },
    });
    if (!before) return { outcome: "gone" };
    const { section, ...from } = before;
    // The version in the condition decides between two who read the same one.
    const { count } = await tx.block.updateMany({
      where: { ...ofReport, version: block.seen, NOT: words },
      data: { ...words, version: block.seen + 1, mustRewrite: false },
    });
    if (count === 0) {
      const { version, ...stored } = await tx.block.findUniqueOrThrow({
        where: { id: block.id },
        select: { ...blockWords, version: true },
      });
      return saysTheSame(stored, words)
        ? { outcome: "unchanged", seen: String(version) }
        : { outcome: "conflict", seen: String(version), stored };
    }
    await recordRevisions(tx, writer, [block.id], "save");
    await recordChange(tx, writer, "report.block.save", section.code, {
      blockId: block.id,
      version: block.seen + 1,
      from,
      to: words,
    });
    return { outcome: "saved", seen: String(block.seen + 1) };
  });
}

/** Saves the report's title and subtitle if they are still what their editor saw. */
export async function saveReportText(writer: ReportWriter, seen: string, words: ReportText): Promise<TextOutcome> {
  const { organisationId, year } = writer;
  const ofYear = { organisationId_year: { organisationId, year } };
  return database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Report" WHERE "organisationId" = ${organisationId}::uuid AND "year" = ${year} FOR UPDATE`;
    const from = await tx.report.findUnique({ where: ofYear, select: reportWords });
    if (!from) return { outcome: "gone" };
    if (saysTheSame(from, words)) return { outcome: "unchanged", seen: seenText(from) };
    if (seenText(from) !== seen) return { outcome: "conflict", seen: seenText(from), stored: from };
    await tx.report.update({ where: ofYear, data: words });
    await recordChange(tx, writer, "report.save", "title", { from, to: words });
    return { outcome: "saved", seen: seenText(words) };
  });
}

async function recordChange(
  tx: Transaction,
  { organisationId, year, actorId }: ReportWriter,
  action: string,
  part: string,
  detail: Detail,
): Promise<void> {
  // In this order everywhere: organisation, then the audit trail, so that two writers never wait for each other.
  await raiseDataVersion(tx, organisationId);
  await recordAudit(tx, { organisationId, actorId, door: "page", action, subject: `${year} ${part}`, detail });
}
