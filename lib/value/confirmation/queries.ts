import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Confirmed } from "@/lib/value/draft/model";

/** An answer and the cell it is about. */
export type ConfirmedCell = Confirmed & { kpiId: string; orgUnitId: string; year: number };
type Row = Omit<ConfirmedCell, "at"> & { at: Date };

/**
 * The answers that still hold in these years, for one org unit or (null) all: given about a version that says the same
 * figure as the cell does now. The newest of each question. `by` is empty for a person who was erased.
 */
export async function getConfirmations(
  organisationId: string,
  years: readonly number[],
  orgUnitIds: readonly string[] | null,
): Promise<ConfirmedCell[]> {
  const own = orgUnitIds ? Prisma.sql`AND c."orgUnitId" = ANY(${orgUnitIds}::uuid[])` : Prisma.empty;
  const rows = await database.$queryRaw<Row[]>(Prisma.sql`
    SELECT DISTINCT ON (c."kpiId", c."orgUnitId", c."year", c."code") c."kpiId", c."orgUnitId", c."year", c."code", c."comment", COALESCE(u."name", '') AS "by", c."at"
    FROM "ValueConfirmation" c
    JOIN "ValueRevision" r ON r."kpiId" = c."kpiId" AND r."orgUnitId" = c."orgUnitId" AND r."year" = c."year" AND r."version" = c."version"
    JOIN "YearlyValue" v ON v."kpiId" = c."kpiId" AND v."orgUnitId" = c."orgUnitId" AND v."year" = c."year"
      AND (v."amount", v."men", v."women") IS NOT DISTINCT FROM (r."amount", r."men", r."women")
    LEFT JOIN "User" u ON u."id" = c."actorId"
    WHERE c."organisationId" = ${organisationId}::uuid AND c."year" = ANY(${years}::int[]) ${own}
    ORDER BY c."kpiId", c."orgUnitId", c."year", c."code", c."at" DESC`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
