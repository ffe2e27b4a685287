import { database as ours } from "@/lib/database/client";
import { Prisma, type PrismaClient, type ValueOrigin, type ValueStatus } from "@/lib/database/generated/client";
import { plain, type CellKey, type StoredCell } from "./model";

type Reader = Pick<PrismaClient, "$queryRaw">;
type Row = Omit<StoredCell, "at"> & { at: Date };

/** What these cells hold now and who stored it, by cell; nothing for a cell without a row. */
export async function readStoredCells(
  database: Reader,
  organisationId: string,
  cells: readonly CellKey[],
): Promise<{ get(cell: CellKey): StoredCell | undefined }> {
  const stored = new Map<string, StoredCell>();
  if (cells.length > 0) {
    const keys = JSON.stringify(cells.map(({ kpiId, orgUnitId, year }) => ({ kpiId, orgUnitId, year })));
    const rows = await database.$queryRaw<(Row & CellKey)[]>(Prisma.sql`
      SELECT "kpiId", "orgUnitId", "year", v."status", v."amount"::text, v."scale", v."men"::text, v."women"::text, v."basis", v."comment", v."source", v."version", v."origin", v."isExample",
        COALESCE(u."name", '') AS "by", v."updatedAt" AS "at"
      FROM jsonb_to_recordset(${keys}::jsonb) AS cell ("kpiId" uuid, "orgUnitId" uuid, "year" int)
      JOIN "YearlyValue" v USING ("kpiId", "orgUnitId", "year") LEFT JOIN "User" u ON u."id" = v."updatedBy"
      WHERE v."organisationId" = ${organisationId}::uuid`);
    for (const { kpiId, orgUnitId, year, ...row } of rows) stored.set(keyOf({ kpiId, orgUnitId, year }), storedOf(row));
  }
  return { get: (cell) => stored.get(keyOf(cell)) };
}

/** One revision of a cell, for people. `restores`: the earlier version it brought back. */
export type RevisionView = StoredCell & { door: string; restores: number | null };

/** All revisions of one cell, the newest first. `by` is empty for a person who was erased. */
export async function getValueHistory(
  organisationId: string,
  kpiId: string,
  orgUnitId: string,
  year: number,
): Promise<RevisionView[]> {
  const rows = await ours.$queryRaw<(Row & Pick<RevisionView, "door" | "restores">)[]>(Prisma.sql`
    SELECT r."status", r."amount"::text, r."scale", r."men"::text, r."women"::text, r."basis", r."comment", r."source", r."version", r."origin", r."isExample",
      COALESCE(u."name", '') AS "by", r."at", r."door", r."restores"
    FROM "ValueRevision" r LEFT JOIN "User" u ON u."id" = r."actorId"
    WHERE r."organisationId" = ${organisationId}::uuid AND r."kpiId" = ${kpiId}::uuid AND r."orgUnitId" = ${orgUnitId}::uuid AND r."year" = ${year}
    ORDER BY r."version" DESC`);
  return rows.map((row) => ({ ...storedOf(row), door: row.door, restores: row.restores }));
}

function storedOf(row: Row): StoredCell {
  const { version, origin, isExample, by, at } = row;
  return { ...figureOf(row), version, origin, isExample, by, at: at.toISOString() };
}

type Padded = {
  status: ValueStatus | null;
  amount: string | null;
  scale: number | null;
  men: string | null;
  women: string | null;
  basis: string;
  comment: string;
  source: string;
  origin: ValueOrigin;
};

function figureOf({ status, amount, scale, men, women, basis, comment, source }: Padded) {
  return { status, amount: plain(amount), scale, men: plain(men), women: plain(women), basis, comment, source };
}

function keyOf({ kpiId, orgUnitId, year }: CellKey): string {
  return `${kpiId} ${orgUnitId} ${year}`;
}
