import { database } from "@/lib/database/client";
import type { NoticeKind } from "@/lib/database/generated/enums";

/** Something a person was told, as they see it. `by`: who asked; empty when erased. */
export type NoticeView = { id: string; kind: NoticeKind; year: number; by: string; message: string; at: string };

/** What a person was last told, the newest first. */
export async function getNotices(organisationId: string, personId: string, most: number): Promise<NoticeView[]> {
  const rows = await database.$queryRaw<(Omit<NoticeView, "at"> & { at: Date })[]>`
    SELECT notice."id", notice."kind", request."year", COALESCE(u."name", '') AS "by", request."message", notice."at"
    FROM "RequestNotice" notice JOIN "Request" request ON request."id" = notice."requestId" LEFT JOIN "User" u ON u."id" = request."sentBy"
    WHERE notice."organisationId" = ${organisationId}::uuid AND notice."personId" = ${personId}::uuid
    ORDER BY notice."at" DESC, notice."id" LIMIT ${most}`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
