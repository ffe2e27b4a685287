import { database } from "@/lib/database/client";

/** One file to hand out; null when the organisation has none of that id. */
export async function findFollowUpFile(
  organisationId: string,
  id: string,
): Promise<{ fileId: string; name: string; size: string; followUpId: string } | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const found = await database.followUpFile.findUnique({
    where: { organisationId_id: { organisationId, id } },
    include: { file: { select: { size: true } } },
  });
  if (!found) return null;
  const { fileId, followUpId, name, file } = found;
  return { fileId, followUpId, name, size: file.size.toString() };
}
