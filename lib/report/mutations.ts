import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { BlockText, ReportText } from "@/lib/report/schema";
import { seenText } from "@/lib/report/editing/model";

/** Who writes, and where. */
export type ReportWriter = { organisationId: string; year: number; actorId: string };

type Words = Pick<BlockText, "titleDa" | "titleEn" | "bodyDa" | "bodyEn">;

/** What became of a block's text: saved under a new version, already so, in conflict with what somebody else saved, or gone. */
export type BlockOutcome = { outcome: "saved" | "unchanged"; version: number } | { outcome: "conflict"; version: number; stored: Words } | { outcome: "gone" };

/** What became of the report's title and subtitle. */
export type ReportOutcome = { outcome: "saved" | "unchanged"; seen: string } | { outcome: "conflict"; seen: string; stored: ReportText } | { outcome: "gone" };

/** Saves a block's words if it still has the version its editor saw; text, audit and the organisation's new data version are one transaction. */
export async function saveBlockText({ organisationId, year, actorId }: ReportWriter, { blockId, version, ...words }: BlockText): Promise<BlockOutcome> {
  return database.$transaction(async (tx) => {
    const ofReport = { id: blockId, section: { report: { organisationId, year } } };
    const before = await tx.block.findFirst({ where: ofReport, select: { version: true, titleDa: true, titleEn: true, bodyDa: true, bodyEn: true, section: { select: { code: true } } } });
    if (!before) return { outcome: "gone" };
    const { version: now, section, ...stored } = before;
    if (same(stored, words)) return { outcome: "unchanged", version: now };
    // The version in the condition decides between two who read the same one.
    const { count } = await tx.block.updateMany({ where: { ...ofReport, version }, data: { ...words, version: version + 1 } });
    if (count === 0) {
      const { version: theirs, ...text } = await tx.block.findUniqueOrThrow({ where: { id: blockId }, select: { version: true, titleDa: true, titleEn: true, bodyDa: true, bodyEn: true } });
      return { outcome: "conflict", version: theirs, stored: text };
    }
    await recordChange(tx, { organisationId, year, actorId }, "report.block.save", section.code, { blockId, version: version + 1, from: stored, to: words });
    return { outcome: "saved", version: version + 1 };
  });
}

/** Saves the report's title and subtitle if they are still what their editor saw. */
export async function saveReportText({ organisationId, year, actorId }: ReportWriter, seen: string, words: ReportText): Promise<ReportOutcome> {
  return database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Report" WHERE "organisationId" = ${organisationId}::uuid AND "year" = ${year} FOR UPDATE`;
    const stored = await tx.report.findUnique({ where: { organisationId_year: { organisationId, year } }, select: { titleDa: true, titleEn: true, subtitleDa: true, subtitleEn: true } });
    if (!stored) return { outcome: "gone" };
    if (same(stored, words)) return { outcome: "unchanged", seen: seenText(stored) };
    if (seenText(stored) !== seen) return { outcome: "conflict", seen: seenText(stored), stored };
    await tx.report.update({ where: { organisationId_year: { organisationId, year } }, data: words });
    await recordChange(tx, { organisationId, year, actorId }, "report.save", String(year), { from: stored, to: words });
    return { outcome: "saved", seen: seenText(words) };
  });
}

type Transaction = Parameters<Parameters<typeof database.$transaction>[0]>[0];
type Detail = NonNullable<Parameters<typeof recordAudit>[1]["detail"]>;

async function recordChange(tx: Transaction, { organisationId, year, actorId }: ReportWriter, action: string, part: string, detail: Detail): Promise<void> {
  // In this order everywhere: organisation, then the audit trail, so that two writers never wait for each other.
  await tx.organisation.update({ where: { id: organisationId }, data: { dataVersion: { increment: 1 } }, select: { id: true } });
  await recordAudit(tx, { organisationId, actorId, door: "page", action, subject: `${year} ${part}`, detail });
}

function same<Text extends Record<string, string>>(stored: Text, words: Text): boolean {
  return (Object.keys(stored) as (keyof Text)[]).every((name) => stored[name] === words[name]);
}
