import { database } from "@/lib/database/client";
import { logoOf } from "./logo/queries";

/** An organisation as a whole, with the KPIs that could state its full-time equivalents. */
export async function findOrganisation(organisationId: string) {
  const row = await database.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    include: { fteKpi: { select: { code: true } } },
  });
  const [kpis, logo] = await Promise.all([
    database.kpi.findMany({
      where: { organisationId, versions: { some: { unitOfMeasure: { in: ["FTE", "persons", "count"] } } } },
      select: { code: true, versions: { orderBy: { validFromYear: "desc" }, take: 1 } },
      orderBy: { code: "asc" },
    }),
    logoOf(row.logoId),
  ]);
  return {
    name: row.name,
    nameEn: row.nameEn,
    country: row.country,
    currency: row.currency,
    yearBeginsInMonth: row.yearBeginsInMonth,
    languages: row.languages,
    colour: row.colour,
    suppressBelowCases: row.suppressBelowCases,
    suppressBelowReplies: row.suppressBelowReplies,
    materialityPercent: row.materialityPercent.toFixed(),
    fteKpi: row.fteKpi?.code ?? null,
    logo,
    coverId: row.coverId,
    heads: kpis.map(({ code, versions: [now] }) => ({ code, nameDa: now!.shortNameDa, nameEn: now!.shortNameEn })),
  };
}

/** The month in which the organisation's financial year begins. */
export async function yearBeginsIn(organisationId: string): Promise<number> {
  const { yearBeginsInMonth } = await database.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { yearBeginsInMonth: true },
  });
  return yearBeginsInMonth;
}
