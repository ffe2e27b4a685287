import { getKpiNames, type KpiName } from "@/lib/commitment/kpi/queries";
import { isLateSql } from "@/lib/commitment/late/queries";
import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";
import { memo } from "@/lib/memo/model";
import type { StrategyView } from "@/lib/strategy/model";
import { getStrategy } from "@/lib/strategy/queries";
import type { Contribution, GoalCount, LateLine, PeriodFigures } from "./model";

/** What the committee's overview of a period shows. */
export type Overview = {
  figures: PeriodFigures | null;
  /** Of the period it started from; null: there is none. */
  earlier: PeriodFigures | null;
  contributions: { counts: GoalCount[]; effects: Contribution[] };
  late: LateLine[];
  unsigned: string[];
  strategy: StrategyView;
  kpis: KpiName[];
};

/** Late commitments listed; the matrix leads to the rest. */
const MOST_LATE = 15;
const KEPT_OVERVIEWS = 64;

/**
 * The version of an organisation's agreements: whatever is done to one of them, or to what it promises, raises that
 * one's own; what concerns them all (requirements, periods, tracks) raises the version of the organisation's data.
 */
export async function getAgreementsVersion(organisationId: string): Promise<string> {
  const [row] = await database.$queryRaw<{ version: string }[]>`
    SELECT count(*) || '.' || coalesce(sum(version), 0) AS version FROM "Agreement" WHERE "organisationId" = ${organisationId}::uuid`;
  return row!.version;
}

/** The committee's overview of a period, counted once for each version of the data and of the agreements, for everybody. */
export const getOverview = memo(KEPT_OVERVIEWS, makeOverview);

async function makeOverview(
  organisationId: string,
  _dataVersion: string,
  _agreementsVersion: string,
  periodId: string,
  previousId: string,
  today: string,
  locale: Locale,
): Promise<Overview> {
  const periodIds = previousId ? [periodId, previousId] : [periodId];
  const [figuresOf, contributions, late, unsigned, strategy, kpis] = await Promise.all([
    getPeriodFigures(organisationId, periodIds, today),
    getContributions(organisationId, periodId, today),
    getLate(organisationId, periodId, today, locale),
    getUnsigned(organisationId, periodId),
    getStrategy(organisationId, locale),
    getKpiNames(organisationId, locale),
  ]);
  const [figures, earlier] = [figuresOf.get(periodId) ?? null, figuresOf.get(previousId) ?? null];
  return { figures, earlier, contributions, late, unsigned, strategy, kpis };
}

/** The figures of some periods, by the period's id: one statement, which counts agreements and commitments apart, so that neither is told apart from its likes. */
async function getPeriodFigures(
  organisationId: string,
  periodIds: string[],
  today: string,
): Promise<Map<string, PeriodFigures>> {
  const rows = await database.$queryRaw<(PeriodFigures & { periodId: string })[]>`
    WITH held AS (
      SELECT "periodId", count(*)::int AS agreements,
        count(*) FILTER (WHERE edition > 1 OR state IN ('signed', 'closed', 'handedOn'))::int AS signed
      FROM "Agreement" WHERE "organisationId" = ${organisationId}::uuid AND "periodId" = ANY(${periodIds}::uuid[]) GROUP BY 1),
    promised AS (
      SELECT a."periodId", count(*) FILTER (WHERE c."requirementId" IS NULL)::int AS own,
        count(*) FILTER (WHERE c."requirementId" IS NULL AND c.status = 'done')::int AS "ownDone",
        count(*) FILTER (WHERE c."requirementId" IS NOT NULL)::int AS required,
        count(*) FILTER (WHERE c."requirementId" IS NOT NULL AND c.status = 'done')::int AS "requiredDone",
        count(*) FILTER (WHERE ${isLateSql(today)})::int AS late
      FROM "Agreement" a JOIN "Commitment" c ON c."agreementId" = a.id
      WHERE a."organisationId" = ${organisationId}::uuid AND a."periodId" = ANY(${periodIds}::uuid[])
        -- What was handed on counts with whoever carries it on.
        AND NOT (a.state = 'handedOn' AND EXISTS (SELECT FROM "CommitmentHandover" h WHERE h."commitmentId" = c.id))
      GROUP BY 1)
    SELECT held.*, coalesce(own, 0) AS own, coalesce("ownDone", 0) AS "ownDone", coalesce(required, 0) AS required,
      coalesce("requiredDone", 0) AS "requiredDone", coalesce(late, 0) AS late
    FROM held LEFT JOIN promised USING ("periodId")`;
  return new Map(rows.map(({ periodId, ...figures }) => [periodId, figures]));
}

/** What the commitments of a period contribute to each goal: counted, and added up by KPI. */
async function getContributions(
  organisationId: string,
  periodId: string,
  today: string,
): Promise<{ counts: GoalCount[]; effects: Contribution[] }> {
  const rows = await database.$queryRaw<(GoalCount & Contribution & { kpiId: string | null })[]>`
    SELECT t."goalId", c."kpiId", count(*)::int AS commitments, count(*) FILTER (WHERE c.status = 'done')::int AS done,
      count(*) FILTER (WHERE ${isLateSql(today)})::int AS late,
      count(c."reportedEffect")::int AS known, trim_scale(sum(c."expectedEffect"))::text AS expected, trim_scale(sum(c."reportedEffect"))::text AS reported
    FROM "Commitment" c JOIN "Agreement" a ON a.id = c."agreementId" JOIN "Track" t ON t.id = c."trackId"
    WHERE a."organisationId" = ${organisationId}::uuid AND a."periodId" = ${periodId}::uuid AND t."goalId" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "CommitmentHandover" h WHERE h."commitmentId" = c.id AND a.state = 'handedOn')
    GROUP BY GROUPING SETS ((t."goalId"), (t."goalId", c."kpiId"))
    HAVING grouping(c."kpiId") = 1 OR c."kpiId" IS NOT NULL
    ORDER BY count(*) DESC`;
  return {
    counts: rows.filter(({ kpiId }) => kpiId === null),
    effects: rows.filter(({ kpiId, expected }) => kpiId !== null && expected !== null),
  };
}

/** The late commitments of a period, the longest due first, as many as a page lists. */
async function getLate(organisationId: string, periodId: string, today: string, locale: Locale): Promise<LateLine[]> {
  const isDanish = locale === "da";
  return database.$queryRaw<LateLine[]>`
    SELECT c.id, json_build_object('code', u.code, 'name', u.name) AS "orgUnit", c.deadline::text AS deadline,
      coalesce(nullif(c.text, ''), CASE WHEN ${isDanish} THEN coalesce(r."textDa", i."nameDa") ELSE coalesce(r."textEn", i."nameEn") END, '') AS text,
      c.responsible, c."isExample"
    FROM "Commitment" c JOIN "Agreement" a ON a.id = c."agreementId" JOIN "OrgUnit" u ON u.id = a."orgUnitId"
    LEFT JOIN "Requirement" r ON r.id = c."requirementId" LEFT JOIN "Initiative" i ON i.id = c."initiativeId"
    WHERE a."organisationId" = ${organisationId}::uuid AND a."periodId" = ${periodId}::uuid AND a.state <> 'handedOn'
      AND ${isLateSql(today)}
    ORDER BY c.deadline, u.position, c.position LIMIT ${MOST_LATE}`;
}

/** The org units whose agreement of a period both parties have not signed yet. */
async function getUnsigned(organisationId: string, periodId: string): Promise<string[]> {
  const rows = await database.agreement.findMany({
    where: { organisationId, periodId, edition: 1, state: { in: ["draft", "proposed", "approved"] } },
    select: { orgUnit: { select: { name: true } } },
    orderBy: { orgUnit: { position: "asc" } },
  });
  return rows.map(({ orgUnit }) => orgUnit.name);
}
