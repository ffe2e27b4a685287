import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Locale } from "@/lib/language/model";
import { memo } from "@/lib/memo/model";
import { definitionJoin, isAsked } from "@/lib/value/collection/queries";
import type { Progress } from "@/lib/value/sheet/model";
import { together, type EntryOverview } from "./model";

type Count = Progress & { orgUnitId: string; pillar: string };
const none: Progress = { filled: 0, pending: 0, missing: 0 };

/** Overviews kept: of a few organisations, for everyone and for contributors. */
const KEPT_OVERVIEWS = 128;

/**
 * Per org unit and pillar, how many of the asked cells are filled, pending and missing. `orgUnitIds` narrows it to a
 * contributor's own org units; null: all of them. Null when the organisation has no such period. One overview per
 * version of the organisation's data (`dataVersion`, as the request saw it).
 */
export function getEntryOverview(
  organisationId: string,
  dataVersion: string,
  year: number,
  orgUnitIds: string[] | null,
  locale: Locale,
): Promise<EntryOverview | null> {
  return keptOverview(organisationId, dataVersion, year, JSON.stringify(orgUnitIds), locale);
}

const keptOverview = memo(
  KEPT_OVERVIEWS,
  (organisationId: string, _dataVersion: string, year: number, orgUnitIds: string, locale: Locale) =>
    makeOverview(organisationId, year, JSON.parse(orgUnitIds) as string[] | null, locale),
);

async function makeOverview(
  organisationId: string,
  year: number,
  orgUnitIds: string[] | null,
  locale: Locale,
): Promise<EntryOverview | null> {
  const own = orgUnitIds ? { id: { in: orgUnitIds } } : {};
  const [period, pillars, orgUnits, counts] = await Promise.all([
    database.reportingPeriod.findUnique({ where: { organisationId_year: { organisationId, year } } }),
    database.pillar.findMany({ where: { organisationId }, orderBy: { position: "asc" } }),
    database.orgUnit.findMany({
      where: { organisationId, ...own },
      orderBy: [{ isRoot: "desc" }, { position: "asc" }, { name: "asc" }],
    }),
    countCells(organisationId, year, orgUnitIds),
  ]);
  if (!period) return null;
  const named = [
    ...pillars.map((pillar) => ({
      code: pillar.code,
      name: locale === "da" ? pillar.nameDa : pillar.nameEn,
      colour: pillar.colour,
    })),
    { code: "base", name: null, colour: null },
  ];
  const withCells = orgUnits.flatMap(({ id, code, name, isRoot }) => {
    const byPillar = Object.fromEntries(
      counts
        .filter((count) => count.orgUnitId === id)
        .map(({ pillar, filled, pending, missing }) => [pillar, { filled, pending, missing }]),
    );
    const parts = Object.values(byPillar);
    return parts.length > 0 ? [{ id, code, name, isRoot, byPillar, total: parts.reduce(together, none) }] : [];
  });
  return {
    year,
    period: { state: period.state, dueOn: period.dueOn?.toISOString().slice(0, 10) ?? null },
    pillars: named.filter(({ code }) => withCells.some(({ byPillar }) => code in byPillar)),
    orgUnits: withCells,
  };
}

/** Reporting years that can be entered or looked at, the newest first. */
export function getEntryYears(organisationId: string) {
  return database.reportingPeriod.findMany({
    where: { organisationId },
    select: { year: true, state: true },
    orderBy: { year: "desc" },
  });
}

function countCells(organisationId: string, year: number, orgUnitIds: string[] | null): Promise<Count[]> {
  const [kpi, at] = [Prisma.sql`kpi."id"`, Prisma.sql`${year}::int`];
  const own = orgUnitIds ? Prisma.sql`AND org_unit."id" = ANY(${orgUnitIds}::uuid[])` : Prisma.empty;
  return database.$queryRaw<Count[]>(Prisma.sql`
    SELECT org_unit."id" AS "orgUnitId", COALESCE(pillar."code", 'base') AS "pillar",
      count(*) FILTER (WHERE value."status" IS NOT NULL AND value."status" <> 'pending')::int AS "filled",
      count(*) FILTER (WHERE value."status" = 'pending')::int AS "pending",
      count(*) FILTER (WHERE value."status" IS NULL)::int AS "missing"
    FROM "Kpi" kpi ${definitionJoin(kpi, at)}
    JOIN "OrgUnit" org_unit ON org_unit."organisationId" = kpi."organisationId" ${own}
    LEFT JOIN "Pillar" pillar ON pillar."id" = kpi."pillarId"
    LEFT JOIN "YearlyValue" value ON value."kpiId" = kpi."id" AND value."orgUnitId" = org_unit."id" AND value."year" = ${year}
    WHERE kpi."organisationId" = ${organisationId}::uuid AND ${isAsked(kpi, at)}
    GROUP BY 1, 2`);
}
