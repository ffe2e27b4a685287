import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { timeZone } from "@/lib/language/model";
import { publishYear } from "@/lib/publication/record/mutations";
import { getFindings } from "@/lib/report/check/queries";
import type { Organisation } from "@/lib/report/reference/queries";
import { getContents, type Contents } from "./contents/queries";
import { MANIFEST, sha256, type EditionFile } from "./model";
import { dayIn } from "@/lib/request/model";
import type { EditionMark } from "@/lib/report/ticket/model";

/** Who publishes which report, of the organisation as the request saw it. */
export type Publisher = { organisation: Organisation; year: number; actorId: string };

/** Makes the files of an edition: lib/edition/files, or a test's own. */
export type FilesMaker = (mark: EditionMark, contents: Contents) => Promise<EditionFile[]>;

/** Calls a report ready: every finding of the check is mended or accepted. Refuses `edition.findingsOpen` with their number. */
export async function callReady({ organisation, year, actorId }: Publisher): Promise<void> {
  const [{ digest }, findings] = await Promise.all([getContents(organisation, year), getFindings(organisation, year)]);
  const open = (findings ?? []).filter(({ accepted }) => accepted === null).length;
  if (open > 0) throw new Refusal("edition.findingsOpen", { count: open });
  const organisationId = organisation.id;
  await database.$transaction(async (tx) => {
    await tx.report.update({
      where: { organisationId_year: { organisationId, year } },
      data: { readyDigest: digest, readyBy: actorId, readyAt: new Date() },
      select: { id: true },
    });
    await audit(tx, { organisation, year, actorId }, "report.ready", { digest });
  });
}

/**
 * Publishes an edition: all of its files, its number and, with the first one, the year itself, in one transaction.
 * Refuses `edition.notReady`, and `edition.changedMeanwhile` when a figure or a text changed while it was being made;
 * what publishing a year refuses (lib/publication) is refused as well. Returns the number.
 */
export async function publishEdition(
  publisher: Publisher,
  { note, at }: { note: string; at: Date },
  makeFiles: FilesMaker,
): Promise<number> {
  const { organisation, year, actorId } = publisher;
  const organisationId = organisation.id;
  const where = { organisationId_year: { organisationId, year } };
  const [contents, report, last] = await Promise.all([
    getContents(organisation, year),
    database.report.findUnique({ where, select: { readyDigest: true } }),
    database.edition.aggregate({ where: { organisationId, year }, _max: { number: true } }),
  ]);
  if (report?.readyDigest !== contents.digest) throw new Refusal("edition.notReady");
  const number = (last._max.number ?? 0) + 1;
  const { figuresDigest } = contents;
  const files = await makeFiles({ number, day: dayIn(at, timeZone), figuresDigest }, contents);
  if (!files.some(({ path }) => path === MANIFEST)) throw new Error("an edition without a manifest");
  await database.$transaction(
    async (tx) => {
      const [period] = await tx.$queryRaw<{ state: string }[]>`
        SELECT state::text FROM "ReportingPeriod" WHERE "organisationId" = ${organisationId}::uuid AND year = ${year} FOR UPDATE`;
      await tx.edition.create({
        data: { organisationId, year, number, figuresDigest, note, publishedBy: actorId },
        select: { number: true },
      });
      await tx.editionFile.createMany({
        data: files.map(({ path, mediaType, bytes }) => ({
          ...{ organisationId, year, number, path, mediaType, bytes },
          ...{ size: bytes.length, sha256: sha256(bytes) },
        })),
      });
      // Held to the end: whatever changes figures or texts raises it, and waits for us.
      const [held] = await tx.$queryRaw<{ dataVersion: bigint }[]>`
        SELECT "dataVersion" FROM "Organisation" WHERE id = ${organisationId}::uuid FOR UPDATE`;
      const now = { id: organisationId, dataVersion: String(held?.dataVersion) };
      const isSame =
        now.dataVersion === organisation.dataVersion || (await getContents(now, year)).digest === contents.digest;
      if (!isSame) throw new Refusal("edition.changedMeanwhile");
      if (period?.state !== "published") await publishYear(tx, { organisationId, year, actorId, door: "page" });
      await audit(tx, publisher, "report.publish", { number, figuresDigest, files: files.length, note });
    },
    { timeout: 30_000 },
  );
  return number;
}

/** Opens an edition to everybody at the report's public address, or closes the address. Refuses `access.notFound` for an edition there is not. */
export async function openEdition(publisher: Publisher, number: number | null): Promise<void> {
  const { organisation, year } = publisher;
  const organisationId = organisation.id;
  await database.$transaction(async (tx) => {
    if (number !== null && (await tx.edition.count({ where: { organisationId, year, number } })) === 0)
      throw new Refusal("access.notFound");
    const { count } = await tx.report.updateMany({
      where: { organisationId, year },
      data: { publicEdition: number },
    });
    if (count === 0) throw new Refusal("access.notFound");
    await audit(tx, publisher, "report.open", { number });
  });
}

async function audit(
  tx: Prisma.TransactionClient,
  { organisation, year, actorId }: Publisher,
  action: string,
  detail: Prisma.InputJsonObject,
): Promise<void> {
  await recordAudit(tx, {
    organisationId: organisation.id,
    actorId,
    door: "page",
    action,
    subject: String(year),
    detail,
  });
}
