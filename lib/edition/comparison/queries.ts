import { database } from "@/lib/database/client";
import { isPicture, type TextDifference } from "./text/model";

/** What the files of the pictures that differ were called, by id; one that is gone is left out. */
export async function getPictureNames(
  organisationId: string,
  differences: readonly TextDifference[],
): Promise<Record<string, string>> {
  const ids = differences
    .filter(({ place }) => isPicture(place))
    .flatMap(({ before, after }) => [before, after].filter((id) => id !== ""));
  if (ids.length === 0) return {};
  const rows = await database.picture.findMany({
    where: { organisationId, id: { in: ids } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
