import { database } from "@/lib/database/client";
import type { CellKey } from "@/lib/value/model";
import type { EvidenceFile, EvidenceKind, EvidenceView } from "./model";

type Row = Omit<EvidenceView, "at" | "size" | "withdrawn"> & {
  size: bigint;
  at: Date;
  withdrawnBy: string;
  withdrawnAt: Date | null;
  reason: string | null;
};

/** The files that back a cell, the newest first, those withdrawn among them; people by their present names. */
export async function getEvidence(
  organisationId: string,
  { kpiId, orgUnitId, year }: CellKey,
): Promise<EvidenceView[]> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT e."id", e."name", e."kind", f."size", f."sha256", e."note", e."isExample", COALESCE(u."name", '') AS "by", e."addedAt" AS "at",
      COALESCE(w_user."name", '') AS "withdrawnBy", w."at" AS "withdrawnAt", w."reason"
    FROM "Evidence" e JOIN "KeptFile" f ON f."id" = e."fileId" LEFT JOIN "User" u ON u."id" = e."addedBy"
    LEFT JOIN "EvidenceWithdrawal" w ON w."evidenceId" = e."id" LEFT JOIN "User" w_user ON w_user."id" = w."actorId"
    WHERE e."organisationId" = ${organisationId}::uuid AND e."kpiId" = ${kpiId}::uuid AND e."orgUnitId" = ${orgUnitId}::uuid AND e."year" = ${year}
    ORDER BY e."addedAt" DESC, e."id"`;
  return rows.map(({ size, at, withdrawnBy, withdrawnAt, reason, ...row }) => ({
    ...row,
    kind: row.kind as EvidenceKind,
    size: Number(size),
    at: at.toISOString(),
    withdrawn: withdrawnAt && { by: withdrawnBy, at: withdrawnAt.toISOString(), reason: reason ?? "" },
  }));
}

/** One file to hand out, withdrawn or not, and the cell it belongs to; null when the organisation has none of that id. */
export async function findEvidence(organisationId: string, id: string): Promise<EvidenceFile | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const found = await database.evidence.findUnique({
    where: { organisationId_id: { organisationId, id } },
    include: { file: { select: { size: true } } },
  });
  if (!found) return null;
  const { kpiId, orgUnitId, year, fileId, name, file } = found;
  return { kpiId, orgUnitId, year, fileId, name, size: file.size.toString() };
}
