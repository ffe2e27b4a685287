import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { raiseDataVersion } from "@/lib/memo/mutations";
import type { ReadyPicture } from "./file/queries";
import type { PictureWords } from "./schema";

/** Who brings or describes a picture, and whose it is. */
export type PictureWriter = { organisationId: string; actorId: string };

/** Keeps a picture in all its sizes, with what is said of it; returns its id. */
export async function addPicture(
  writer: PictureWriter,
  { name, sha256, sizes }: ReadyPicture,
  words: PictureWords,
): Promise<string> {
  const { organisationId, actorId } = writer;
  return database.$transaction(async (tx) => {
    const { id } = await tx.picture.create({
      data: { organisationId, name, sha256, ...words, addedBy: actorId },
      select: { id: true },
    });
    await tx.pictureSize.createMany({
      data: sizes.map((size) => ({ ...size, organisationId, pictureId: id, size: size.bytes.length })),
    });
    await record(tx, writer, "picture.add", name, { picture: id, sha256, widths: sizes.map(({ width }) => width) });
    return id;
  });
}

/** Says something else of a picture. Refuses `access.notFound` and, where somebody was faster, `picture.changedMeanwhile`. */
export async function describePicture(
  writer: PictureWriter,
  { id, seen }: { id: string; seen: number },
  words: PictureWords,
): Promise<{ version: number }> {
  const { organisationId } = writer;
  return database.$transaction(async (tx) => {
    const before = await tx.picture.findUnique({
      where: { organisationId_id: { organisationId, id } },
      select: { name: true, altDa: true, altEn: true, creditDa: true, creditEn: true },
    });
    if (!before) throw new Refusal("access.notFound");
    const { count } = await tx.picture.updateMany({
      where: { organisationId, id, version: seen },
      data: { ...words, version: seen + 1 },
    });
    if (count === 0) throw new Refusal("picture.changedMeanwhile");
    const { name, ...from } = before;
    await record(tx, writer, "picture.describe", name, { picture: id, from, to: words });
    return { version: seen + 1 };
  });
}

async function record(
  tx: Prisma.TransactionClient,
  { organisationId, actorId }: PictureWriter,
  action: string,
  subject: string,
  detail: Prisma.InputJsonObject,
): Promise<void> {
  await raiseDataVersion(tx, organisationId);
  await recordAudit(tx, { organisationId, actorId, door: "page", action, subject, detail });
}
