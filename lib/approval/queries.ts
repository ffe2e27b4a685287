import { database as ours } from "@/lib/database/client";
import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import { memo } from "@/lib/memo/model";
import type { CellKey } from "@/lib/value/model";
import {
  unapproved,
  type ApprovalCounts,
  type ApprovalState,
  type CellApproval,
  type VerdictKind,
  type VerdictView,
} from "./model";
import { definitionPrints, latestVerdicts, stateSql } from "./state/queries";

type Reader = Pick<PrismaClient, "$queryRaw">;

/** How many stored values of a year are in each state, of one or several org units or (null) all. */
export async function countApprovals(
  organisationId: string,
  year: number,
  orgUnitIds: readonly string[] | null = null,
  database: Reader = ours,
): Promise<ApprovalCounts> {
  const own = orgUnitIds ? Prisma.sql`AND v."orgUnitId" = ANY(${orgUnitIds}::uuid[])` : Prisma.empty;
  const rows = await database.$queryRaw<{ state: ApprovalState; count: number }[]>(Prisma.sql`
    WITH print AS (${definitionPrints(organisationId, year)}), last AS (${latestVerdicts(organisationId, year)})
    SELECT ${stateSql} AS "state", count(*)::int AS "count" FROM "YearlyValue" v
    JOIN print USING ("kpiId") LEFT JOIN last ON last."kpiId" = v."kpiId" AND last."orgUnitId" = v."orgUnitId"
    WHERE v."organisationId" = ${organisationId}::uuid AND v."year" = ${year} AND v."status" IS NOT NULL ${own} GROUP BY 1`);
  const counts: ApprovalCounts = { draft: 0, returned: 0, submitted: 0, approved: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** How much has been said of a year's values: raised by every verdict, since none is ever taken away. */
export async function countVerdicts(organisationId: string, year: number): Promise<number> {
  const [row] = await ours.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM "ValueVerdict" WHERE "organisationId" = ${organisationId}::uuid AND year = ${year}`;
  return row.count;
}

const keptCounts = memo(32, (organisationId: string, _dataVersion: string, year: number, _verdicts: number) =>
  countApprovals(organisationId, year),
);

/** The same of all org units, counted once for each version of the data and number of verdicts: every reader of a page is told. */
export async function approvalsOf(
  { id, dataVersion }: { id: string; dataVersion: string },
  year: number,
): Promise<ApprovalCounts> {
  return keptCounts(id, dataVersion, year, await countVerdicts(id, year));
}

/** How many stored values of a year are not approved; 0 in a published year, which counts approved values only. */
export async function countUnapproved(organisationId: string, year: number): Promise<number> {
  const [period, counts] = await Promise.all([
    ours.reportingPeriod.findUnique({
      where: { organisationId_year: { organisationId, year } },
      select: { state: true },
    }),
    countApprovals(organisationId, year),
  ]);
  return period?.state === "published" ? 0 : unapproved(counts);
}

type SheetRow = Omit<VerdictView, "at"> & {
  kpiId: string;
  orgUnitId: string;
  state: ApprovalState;
  isRedefined: boolean;
  said: VerdictKind | null;
  at: Date | null;
};

/** Where each stored value of a year stands, of some org units: by "KPI org unit". */
export async function getApprovals(
  organisationId: string,
  year: number,
  orgUnitIds: readonly string[],
): Promise<Map<string, CellApproval>> {
  const rows = await ours.$queryRaw<SheetRow[]>(Prisma.sql`
    WITH print AS (${definitionPrints(organisationId, year)}), last AS (${latestVerdicts(organisationId, year)})
    SELECT v."kpiId", v."orgUnitId", ${stateSql} AS "state", COALESCE(last."definition" <> print."definition", false) AS "isRedefined",
      last."verdict"::text AS "said", last."version", last."comment", COALESCE(u."name", '') AS "by", last."at"
    FROM "YearlyValue" v JOIN print USING ("kpiId")
    LEFT JOIN last ON last."kpiId" = v."kpiId" AND last."orgUnitId" = v."orgUnitId" LEFT JOIN "User" u ON u."id" = last."actorId"
    WHERE v."organisationId" = ${organisationId}::uuid AND v."year" = ${year} AND v."status" IS NOT NULL AND v."orgUnitId" = ANY(${orgUnitIds}::uuid[])`);
  return new Map(
    rows.map(({ kpiId, orgUnitId, state, isRedefined, said, version, comment, by, at }) => [
      `${kpiId} ${orgUnitId}`,
      { state, isRedefined, last: said && at && { verdict: said, version, comment, by, at: at.toISOString() } },
    ]),
  );
}

/** Every verdict on one cell, the newest first. */
export async function getVerdicts(organisationId: string, { kpiId, orgUnitId, year }: CellKey): Promise<VerdictView[]> {
  const rows = await ours.$queryRaw<(Omit<VerdictView, "at"> & { at: Date })[]>(Prisma.sql`
    SELECT said."verdict"::text, said."version", said."comment", COALESCE(u."name", '') AS "by", said."at"
    FROM "ValueVerdict" said LEFT JOIN "User" u ON u."id" = said."actorId"
    WHERE said."organisationId" = ${organisationId}::uuid AND said."kpiId" = ${kpiId}::uuid AND said."orgUnitId" = ${orgUnitId}::uuid AND said."year" = ${year}
    ORDER BY said."id" DESC`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
