import type { ApprovalState } from "@/lib/approval/model";
import { definitionPrints, latestVerdicts, stateSql } from "@/lib/approval/state/queries";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";

/** A stored value of the year under review. `updatedBy`: pseudonym of who was the last to write it. */
export type ReviewCell = {
  kpiId: string;
  orgUnitId: string;
  version: number;
  state: ApprovalState;
  updatedBy: string;
  hasComment: boolean;
};

type Packed = [kpi: number, orgUnit: number, version: number, state: ApprovalState, by: number, comment: number];
type Packs = { ids: string[]; cells: Packed[] };

/**
 * Every stored value of a year with its state, and when they were read. One row, in which each id stands once: twenty
 * thousand would take longer to be told apart than to be read.
 */
export async function getReviewCells(
  organisationId: string,
  year: number,
): Promise<{ seenAt: string; cells: ReviewCell[] }> {
  const [row] = await database.$queryRaw<[{ seenAt: Date; packs: string }]>(Prisma.sql`
    WITH print AS MATERIALIZED (${definitionPrints(organisationId, year)}), last AS MATERIALIZED (${latestVerdicts(organisationId, year)}),
    stood AS MATERIALIZED (
      SELECT v."kpiId", v."orgUnitId", v."version", ${stateSql} AS "state", v."updatedBy", (v."comment" <> '')::int AS "comment"
      FROM "YearlyValue" v JOIN print USING ("kpiId") LEFT JOIN last ON last."kpiId" = v."kpiId" AND last."orgUnitId" = v."orgUnitId"
      WHERE v."organisationId" = ${organisationId}::uuid AND v."year" = ${year} AND v."status" IS NOT NULL),
    named AS MATERIALIZED (
      SELECT id, (row_number() OVER () - 1)::int AS at FROM (SELECT "kpiId" AS id FROM stood UNION SELECT "orgUnitId" FROM stood UNION SELECT "updatedBy" FROM stood) each)
    SELECT clock_timestamp() AS "seenAt", json_build_object(
      'ids', (SELECT COALESCE(json_agg(id ORDER BY at), '[]') FROM named),
      'cells', (SELECT COALESCE(json_agg(json_build_array(k.at, o.at, "version", "state", b.at, "comment")), '[]')
        FROM stood JOIN named k ON k.id = stood."kpiId" JOIN named o ON o.id = stood."orgUnitId" JOIN named b ON b.id = stood."updatedBy"))::text AS "packs"`);
  const { ids, cells } = JSON.parse(row.packs) as Packs;
  return {
    seenAt: row.seenAt.toISOString(),
    cells: cells.map(([kpi, orgUnit, version, state, by, comment]) => ({
      kpiId: ids[kpi]!,
      orgUnitId: ids[orgUnit]!,
      version,
      state,
      updatedBy: ids[by]!,
      hasComment: comment === 1,
    })),
  };
}
