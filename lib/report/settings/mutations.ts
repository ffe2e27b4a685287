import { isDeepStrictEqual } from "node:util";
import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { BlockKind } from "@/lib/database/generated/enums";
import { raiseDataVersion } from "@/lib/memo/mutations";
import { keepBefore, recordRevisions } from "@/lib/report/history/mutations";
import type { ReportWriter } from "@/lib/report/mutations";
import { settingsFrom, storedSettings, type NamedKpi, type SettingsFields } from "./model";

/**
 * Sets a block as its form says, if it is still set as the form showed (`seen`, as JSON). Refuses `report.blockGone`,
 * `report.settings.changed`, and what cannot be by `report.settings.*`; a picture of another organisation is not there.
 */
export async function saveSettings(
  writer: ReportWriter,
  { id, seen }: { id: string; seen: string },
  fields: SettingsFields,
  kpis: readonly NamedKpi[],
): Promise<{ seen: string }> {
  return setBlock(writer, id, (kind, from) => {
    if (JSON.stringify(from) !== seen) throw new Refusal("report.settings.changed");
    const read = settingsFrom(kind, fields, kpis);
    if ("code" in read) throw new Refusal(read.code, read.values, read.field);
    return read.settings;
  });
}

/** Has a block show a picture that was just brought for it. Refuses `report.blockGone`, also for a block that shows none. */
export async function showPicture(writer: ReportWriter, id: string, pictureId: string): Promise<void> {
  await setBlock(writer, id, (_, from) => {
    if (!("pictureId" in from)) throw new Refusal("report.blockGone");
    return { ...from, pictureId };
  });
}

async function setBlock(
  writer: ReportWriter,
  id: string,
  wanted: (kind: BlockKind, from: object) => object,
): Promise<{ seen: string }> {
  const { organisationId, year, actorId } = writer;
  return database.$transaction(async (tx) => {
    // The row is held from here on: what the form showed is compared with what stands there until we write.
    await keepBefore(tx, writer, [id]);
    const block = await tx.block.findFirst({
      where: { id, removedAt: null, section: { removedAt: null, report: { organisationId, year } } },
      select: { kind: true, settings: true, section: { select: { code: true } } },
    });
    if (!block) throw new Refusal("report.blockGone");
    const from = storedSettings(block.kind, block.settings) as Prisma.InputJsonObject;
    const settings = wanted(block.kind, from) as Prisma.InputJsonObject;
    if (isDeepStrictEqual(settings, from)) return { seen: JSON.stringify(from) };
    await requirePicture(tx, organisationId, settings.pictureId);
    await tx.block.update({ where: { id }, data: { settings }, select: { id: true } });
    await recordRevisions(tx, writer, [id], "set");
    await raiseDataVersion(tx, organisationId);
    await recordAudit(tx, {
      ...{ organisationId, actorId, door: "page", action: "report.block.set" },
      subject: `${year} ${block.section.code}`,
      detail: { blockId: id, from, to: settings },
    });
    return { seen: JSON.stringify(settings) };
  });
}

async function requirePicture(tx: Prisma.TransactionClient, organisationId: string, id: unknown): Promise<void> {
  if (typeof id !== "string") return;
  if ((await tx.picture.count({ where: { organisationId, id } })) === 0) throw new Refusal("access.notFound");
}
