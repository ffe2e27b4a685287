import type { ApprovalState } from "@/lib/approval/model";
import { definitionPrints, latestVerdicts, stateSql } from "@/lib/approval/state/queries";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";

/** A stored value of the year under review. `isOwn`: whoever looks was the last to write it. */
export type ReviewCell = {
  kpiId: string;
  orgUnitId: string;
  version: number;
  state: ApprovalState;
  isOwn: boolean;
  hasComment: boolean;
};

type Packed = [kpiId: string, orgUnitId: string, version: number, state: ApprovalState, isOwn: number, comment: number];

/** Every stored value of a year with its state, and when they were read. One row: twenty thousand would take longer to be told apart than to be read. */
export async function getReviewCells(
  organisationId: string,
  year: number,
  viewerId: string,
): Promise<{ seenAt: string; cells: ReviewCell[] }> {
  const [row] = await database.$queryRaw<[{ seenAt: Date; cells: string | null }]>(Prisma.sql`
    WITH print AS MATERIALIZED (${definitionPrints(organisationId, year)}), last AS MATERIALIZED (${latestVerdicts(organisationId, year)})
    SELECT clock_timestamp() AS "seenAt", json_agg(json_build_array(v."kpiId", v."orgUnitId", v."version", ${stateSql}, (v."updatedBy" = ${viewerId}::uuid)::int, (v."comment" <> '')::int))::text AS "cells"
    FROM "YearlyValue" v JOIN print USING ("kpiId") LEFT JOIN last ON last."kpiId" = v."kpiId" AND last."orgUnitId" = v."orgUnitId"
    WHERE v."organisationId" = ${organisationId}::uuid AND v."year" = ${year} AND v."status" IS NOT NULL`);
  const cells = JSON.parse(row.cells ?? "[]") as Packed[];
  return {
    seenAt: row.seenAt.toISOString(),
    cells: cells.map(([kpiId, orgUnitId, version, state, isOwn, comment]) => ({
      kpiId,
      orgUnitId,
      version,
      state,
      isOwn: isOwn === 1,
      hasComment: comment === 1,
    })),
  };
}
