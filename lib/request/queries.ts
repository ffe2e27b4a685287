import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Locale } from "@/lib/language/model";
import { isAnsweredSql } from "./answer/queries";
import { definitionJoin, isAsked } from "@/lib/value/collection/queries";
import { listGivers, type Giver } from "./giver/queries";

/** What can be asked for in a year: KPIs with cells that have no answer yet, and org units with those who could give them. */
export type RequestChoices = {
  /** The day the year's collection is due, ISO. */
  dueOn: string | null;
  pillars: { code: string; name: string | null; kpis: { id: string; code: string; name: string; open: number }[] }[];
  orgUnits: { id: string; code: string; name: string; isRoot: boolean; open: number; givers: Giver[] }[];
};

type Open = { kpiId: string; orgUnitId: string };

/** The choices of a new request. Five reads, whatever there is. */
export async function getRequestChoices(organisationId: string, year: number, locale: Locale): Promise<RequestChoices> {
  const [open, kpis, orgUnits, givers, period] = await Promise.all([
    openCells(organisationId, year),
    database.kpi.findMany({
      where: { organisationId },
      orderBy: [{ pillar: { position: "asc" } }, { pillarPosition: "asc" }, { code: "asc" }],
      select: {
        id: true,
        code: true,
        pillar: { select: { code: true, nameDa: true, nameEn: true } },
        versions: {
          where: { validFromYear: { lte: year } },
          orderBy: { validFromYear: "desc" },
          take: 1,
          select: { shortNameDa: true, shortNameEn: true },
        },
      },
    }),
    database.orgUnit.findMany({
      where: { organisationId },
      orderBy: [{ isRoot: "desc" }, { position: "asc" }, { name: "asc" }],
      select: { id: true, code: true, name: true, isRoot: true },
    }),
    listGivers(database, organisationId),
    database.reportingPeriod.findUnique({
      where: { organisationId_year: { organisationId, year } },
      select: { dueOn: true },
    }),
  ]);
  const [byKpi, byOrgUnit] = [countBy(open, "kpiId"), countBy(open, "orgUnitId")];
  const giversOf = new Map<string, Giver[]>();
  for (const giver of givers) giversOf.set(giver.orgUnitId, [...(giversOf.get(giver.orgUnitId) ?? []), giver]);
  const pillars = new Map<string, RequestChoices["pillars"][number]>();
  for (const { id, code, pillar, versions } of kpis) {
    if (!byKpi.has(id)) continue;
    const of = pillar?.code ?? "base";
    const name = pillar ? (locale === "da" ? pillar.nameDa : pillar.nameEn) : null;
    if (!pillars.has(of)) pillars.set(of, { code: of, name, kpis: [] });
    const [version] = versions;
    const short = locale === "da" ? version?.shortNameDa : version?.shortNameEn;
    pillars.get(of)!.kpis.push({ id, code, name: short ?? code, open: byKpi.get(id)! });
  }
  return {
    dueOn: period?.dueOn?.toISOString().slice(0, 10) ?? null,
    pillars: [...pillars.values()],
    orgUnits: orgUnits
      .filter(({ id }) => byOrgUnit.has(id))
      .map((orgUnit) => ({ ...orgUnit, open: byOrgUnit.get(orgUnit.id)!, givers: giversOf.get(orgUnit.id) ?? [] })),
  };
}

/** Cells of a year that are collected and have no answer yet. */
function openCells(organisationId: string, year: number): Promise<Open[]> {
  const [kpi, at] = [Prisma.sql`kpi."id"`, Prisma.sql`${year}::int`];
  return database.$queryRaw<Open[]>(Prisma.sql`
    SELECT kpi."id" AS "kpiId", org_unit."id" AS "orgUnitId" FROM "Kpi" kpi ${definitionJoin(kpi, at)}
    JOIN "OrgUnit" org_unit ON org_unit."organisationId" = kpi."organisationId"
    LEFT JOIN "YearlyValue" value ON value."kpiId" = kpi."id" AND value."orgUnitId" = org_unit."id" AND value."year" = ${year}
    WHERE kpi."organisationId" = ${organisationId}::uuid AND NOT ${isAnsweredSql} AND ${isAsked(kpi, at)}`);
}

function countBy(cells: Open[], side: keyof Open): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell[side], (counts.get(cell[side]) ?? 0) + 1);
  return counts;
}
