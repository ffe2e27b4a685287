import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";

/** Of what an organisation demands four eyes: of all, or of its own choice among these KPIs. */
export type FourEyes = { ofAll: boolean; kpis: { id: string; name: string; isChosen: boolean }[] };

/** What is demanded, with every KPI that is entered, in the order of the appendix. */
export async function getFourEyes(organisationId: string, locale: Locale): Promise<FourEyes> {
  const [{ needsFourEyes: ofAll }, kpis] = await Promise.all([
    database.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { needsFourEyes: true } }),
    database.kpi.findMany({
      where: { organisationId },
      select: {
        id: true,
        needsFourEyes: true,
        versions: {
          orderBy: { validFromYear: "desc" },
          take: 1,
          select: { shortNameDa: true, shortNameEn: true, formula: true },
        },
      },
      orderBy: [{ position: "asc" }, { code: "asc" }],
    }),
  ]);
  return {
    ofAll,
    kpis: kpis.flatMap(({ id, needsFourEyes, versions: [version] }) =>
      version && (version.formula === null || needsFourEyes)
        ? [{ id, isChosen: needsFourEyes, name: locale === "da" ? version.shortNameDa : version.shortNameEn }]
        : [],
    ),
  };
}
