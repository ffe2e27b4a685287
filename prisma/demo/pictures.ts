/** Keeps the demo's illustrations as pictures of an organisation, as if they had been brought. */
import sharp from "sharp";
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import { makeReady } from "@/lib/picture/file/queries";
import { illustrationCredit, illustrations, pictureIds } from "./illustrations.ts";

/** Draws the illustrations and keeps each in its sizes. */
export async function loadPictures(
  database: PrismaClient | Prisma.TransactionClient,
  organisationId: string,
): Promise<void> {
  for (const [key, { name, alt, svg }] of Object.entries(illustrations)) {
    const id = pictureIds[key as keyof typeof pictureIds];
    const { sha256, sizes } = await makeReady(name, await sharp(Buffer.from(svg)).png().toBuffer());
    await database.picture.create({
      data: {
        ...{ id, organisationId, name, sha256, altDa: alt.da, altEn: alt.en },
        ...{ creditDa: illustrationCredit.da, creditEn: illustrationCredit.en },
      },
    });
    await database.pictureSize.createMany({
      data: sizes.map((size) => ({ ...size, organisationId, pictureId: id, size: size.bytes.length })),
    });
  }
}
