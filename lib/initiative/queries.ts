import { database } from "@/lib/database/client";
import type { Initiative } from "@/lib/database/generated/client";
import { getKpiNames, type KpiName } from "@/lib/commitment/kpi/queries";
import type { Locale } from "@/lib/language/model";
import { pageOf, type Paged } from "@/lib/paging/model";
import type { InitiativeView, TakeUp } from "./model";

/** An initiative with how far it has spread. */
export type CatalogueEntry = { initiative: InitiativeView; takeUp: TakeUp };

/** A page of the catalogue, and how many initiatives can be picked in all. */
export type CataloguePage = { entries: CatalogueEntry[]; paged: Paged; count: number; offered: number };

/** A page of the catalogue, by track and ease, with the take-up of each initiative in all periods: added up by the database. */
export async function getCatalogue(
  organisationId: string,
  { trackId, page, size }: { trackId: string | null; page: number; size: number },
  locale: Locale,
): Promise<CataloguePage> {
  const where = { organisationId, ...(trackId ? { trackId } : {}) };
  const [count, offered, found, kpis] = await Promise.all([
    database.initiative.count({ where: { organisationId } }),
    database.initiative.count({ where: { organisationId, retiredOn: null } }),
    database.initiative.count({ where }),
    getKpiNames(organisationId, locale),
  ]);
  const paged = pageOf(found, page, size);
  const rows = await database.initiative.findMany({
    where,
    orderBy: [{ track: { position: "asc" } }, { ease: "asc" }, { code: "asc" }],
    ...{ skip: paged.first, take: size },
  });
  const takeUps = await getTakeUps(
    organisationId,
    rows.map(({ id }) => id),
  );
  const entries = rows.map((row) => ({ initiative: viewOf(row, kpis, locale), takeUp: takeUps.get(row.id) ?? none }));
  return { entries, paged, count, offered };
}

/** One initiative by its code, with its take-up; null when there is none. */
export async function getInitiative(
  organisationId: string,
  code: string,
  locale: Locale,
): Promise<CatalogueEntry | null> {
  const [row, kpis] = await Promise.all([
    database.initiative.findUnique({ where: { organisationId_code: { organisationId, code } } }),
    getKpiNames(organisationId, locale),
  ]);
  if (!row) return null;
  const takeUps = await getTakeUps(organisationId, [row.id]);
  return { initiative: viewOf(row, kpis, locale), takeUp: takeUps.get(row.id) ?? none };
}

const none: TakeUp = {
  orgUnits: 0,
  uses: 0,
  running: 0,
  done: 0,
  dropped: 0,
  known: 0,
  expected: null,
  reported: null,
};

/** How far these initiatives have spread. Effects are added up where they are stated in the initiative's own KPI. */
async function getTakeUps(organisationId: string, ids: string[]): Promise<Map<string, TakeUp>> {
  const rows = await database.$queryRaw<(TakeUp & { id: string })[]>`
    SELECT i.id, count(DISTINCT a."orgUnitId")::int AS "orgUnits", count(*)::int AS uses,
      count(*) FILTER (WHERE c.status NOT IN ('done', 'dropped'))::int AS running,
      count(*) FILTER (WHERE c.status = 'done')::int AS done, count(*) FILTER (WHERE c.status = 'dropped')::int AS dropped,
      count(c."reportedEffect") FILTER (WHERE c."kpiId" = i."kpiId")::int AS known,
      trim_scale(sum(c."expectedEffect") FILTER (WHERE c."kpiId" = i."kpiId"))::text AS expected,
      trim_scale(sum(c."reportedEffect") FILTER (WHERE c."kpiId" = i."kpiId"))::text AS reported
    FROM "Initiative" i JOIN "Commitment" c ON c."organisationId" = i."organisationId" AND c."initiativeId" = i.id JOIN "Agreement" a ON a.id = c."agreementId"
    WHERE i."organisationId" = ${organisationId}::uuid AND i.id = ANY(${ids}::uuid[]) GROUP BY i.id`;
  return new Map(rows.map(({ id, ...takeUp }) => [id, takeUp]));
}

function viewOf(row: Initiative, kpis: readonly KpiName[], locale: Locale): InitiativeView {
  return {
    ...{ id: row.id, code: row.code, trackId: row.trackId, ease: row.ease, isExample: row.isExample },
    name: locale === "da" ? row.nameDa : row.nameEn,
    effect: locale === "da" ? row.effectDa : row.effectEn,
    kpi: kpis.find(({ id }) => id === row.kpiId) ?? null,
    expectedEffect: row.expectedEffect?.toFixed() ?? null,
    isRetired: row.retiredOn !== null,
  };
}

/** What can be picked, by track. */
export async function getPickable(organisationId: string, locale: Locale) {
  const rows = await database.initiative.findMany({
    where: { organisationId, retiredOn: null },
    orderBy: [{ track: { position: "asc" } }, { ease: "asc" }, { code: "asc" }],
  });
  return rows.map((row) => ({
    ...{ id: row.id, code: row.code, trackId: row.trackId, kpiId: row.kpiId },
    name: locale === "da" ? row.nameDa : row.nameEn,
    expectedEffect: row.expectedEffect?.toFixed() ?? null,
  }));
}
