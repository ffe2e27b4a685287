import { getApprovals, getVerdicts } from "@/lib/approval/queries";
import { coversOrgUnit, type Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import { getDiscussions } from "@/lib/discussion/queries";
import { getEvidence } from "@/lib/evidence/queries";
import { hiddenFrom } from "@/lib/suppression/queries";
import type { CellKey } from "@/lib/value/model";
import { findCell } from "@/lib/value/place/queries";
import { getValueHistory } from "@/lib/value/queries";
import { actsIn, type BesideCount, type BesideCounts, type BesideView } from "./model";

/** The address of a cell within an organisation. */
export type CellAddress = { year: number; unit: string; code: string };

/** The cell of an address, if the person reaches its org unit; refuses with `access.notFound` whatever is wrong. */
export async function requireCell(access: Access, address: CellAddress): Promise<CellKey> {
  const cell = await findCell(access.organisation.id, address);
  if (!cell) throw new Refusal("access.notFound");
  await requireShown(access, cell);
  return cell;
}

/**
 * Refuses with `access.notFound` when the cell's org unit is out of the person's reach, or its figure is hidden from
 * the person because it tells of too few people: what stands beside it would tell as much.
 */
export async function requireShown(access: Access, { kpiId, orgUnitId, year }: CellKey): Promise<void> {
  if (!coversOrgUnit(access, orgUnitId)) throw new Refusal("access.notFound");
  const [isHidden, kpi] = await Promise.all([
    hiddenFrom(access, year),
    database.kpi.findUnique({
      where: { organisationId_id: { organisationId: access.organisation.id, id: kpiId } },
      select: { code: true },
    }),
  ]);
  if (!kpi || isHidden({ code: kpi.code, orgUnitId, year })) throw new Refusal("access.notFound");
}

/** Everything that stands beside the value of a cell, for whoever asks. A few reads in parallel. */
export async function getBeside(access: Access, cell: CellKey): Promise<BesideView> {
  const { id: organisationId, slug } = access.organisation;
  const { kpiId, orgUnitId, year } = cell;
  const [evidence, discussions, history, approvals, verdicts, period, orgUnit, kpi] = await Promise.all([
    getEvidence(organisationId, cell),
    getDiscussions(organisationId, cell),
    getValueHistory(organisationId, kpiId, orgUnitId, year),
    getApprovals(organisationId, year, [orgUnitId]),
    getVerdicts(organisationId, cell),
    database.reportingPeriod.findUniqueOrThrow({ where: { organisationId_year: { organisationId, year } } }),
    database.orgUnit.findUniqueOrThrow({ where: { organisationId_id: { organisationId, id: orgUnitId } } }),
    database.kpi.findUniqueOrThrow({ where: { organisationId_id: { organisationId, id: kpiId } } }),
  ]);
  return {
    place: { org: slug, year, unit: orgUnit.code, code: kpi.code },
    // The newest revision is what is stored: both are written in one statement.
    stored: history[0] ?? null,
    evidence,
    discussions,
    history,
    approval: approvals.get(`${kpiId} ${orgUnitId}`) ?? null,
    verdicts,
    acts: actsIn(period.state, (permission) => may(access.roles, permission)),
  };
}

/**
 * The signs of a year's cells, of one org unit, of several (`orgUnitIds`), or of all (null): how much evidence backs
 * each, and how many of its discussions are open. Cells without either are not there. One read.
 */
export function getBesideCounts(
  organisationId: string,
  year: number,
  orgUnitIds: readonly string[] | null,
): Promise<BesideCounts> {
  return database.$queryRaw<(BesideCount & { orgUnitId: string; kpiId: string; code: string })[]>`
    SELECT "orgUnitId", "kpiId", kpi."code", sum("evidence")::int AS "evidence", sum("open")::int AS "open" FROM (
      SELECT e."orgUnitId", e."kpiId", 1 AS "evidence", 0 AS "open" FROM "Evidence" e
      WHERE e."organisationId" = ${organisationId}::uuid AND e."year" = ${year} AND NOT EXISTS (SELECT FROM "EvidenceWithdrawal" w WHERE w."evidenceId" = e."id")
      UNION ALL
      SELECT d."orgUnitId", d."kpiId", 0, 1 FROM "Discussion" d
      WHERE d."organisationId" = ${organisationId}::uuid AND d."year" = ${year}
        AND COALESCE((SELECT last."act" FROM "DiscussionEntry" last WHERE last."discussionId" = d."id" AND last."act" <> 'message' ORDER BY last."position" DESC LIMIT 1), 'reopened') <> 'resolved'
    ) signs JOIN "Kpi" kpi ON kpi."id" = signs."kpiId"
    WHERE ${orgUnitIds}::uuid[] IS NULL OR "orgUnitId" = ANY(${orgUnitIds}::uuid[])
    GROUP BY 1, 2, 3`;
}
