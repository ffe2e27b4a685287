import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";
import { baseOf, type PictureView } from "./model";
import type { PictureWords } from "./schema";

/** A picture as its editor sees it. */
export type EditablePicture = PictureWords & { id: string; name: string; version: number; shown: PictureView };

const measured = {
  sizes: { select: { width: true, height: true }, orderBy: { width: "asc" } },
} as const;

type Row = PictureWords & { id: string; sizes: { width: number; height: number }[] };

/** Pictures of an organisation as a page in this language shows them, by id; what lacks in one language is said in the other. */
export async function getPictures(
  { id: organisationId, slug }: { id: string; slug: string },
  ids: readonly string[],
  locale: Locale,
): Promise<Record<string, PictureView>> {
  if (ids.length === 0) return {};
  const rows = await database.picture.findMany({ where: { organisationId, id: { in: [...ids] } }, include: measured });
  return Object.fromEntries(rows.map((row) => [row.id, viewOf(row, slug, locale)]));
}

/** Every picture of an organisation, the newest first. */
export async function listPictures(
  { id: organisationId, slug }: { id: string; slug: string },
  locale: Locale,
): Promise<EditablePicture[]> {
  const rows = await database.picture.findMany({
    where: { organisationId },
    include: measured,
    orderBy: [{ addedAt: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => {
    const { id, name, version, altDa, altEn, creditDa, creditEn } = row;
    return { id, name, version, altDa, altEn, creditDa, creditEn, shown: viewOf(row, slug, locale) };
  });
}

/** A size of a picture; null when the organisation of that slug has none of that id or width. */
export async function getPictureSize(
  slug: string,
  pictureId: string,
  width: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; sha256: string } | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(pictureId)) return null;
  return database.pictureSize.findFirst({
    where: { pictureId, width, picture: { organisation: { slug } } },
    select: { bytes: true, sha256: true },
  });
}

function viewOf(row: Row, slug: string, locale: Locale): PictureView {
  const [alt, credit] =
    locale === "da"
      ? [row.altDa || row.altEn, row.creditDa || row.creditEn]
      : [row.altEn || row.altDa, row.creditEn || row.creditDa];
  return { id: row.id, alt, credit, base: baseOf(slug, row.id), sizes: row.sizes };
}
