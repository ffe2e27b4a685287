import { yearFrom } from "@/lib/dashboard/year/model";
import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";
import { boundFrom, type PublishedPeriod } from "../period/model";
import type { RestatementFilter } from "../queries";
import type { Asked } from "./model";

/** What an address asks for; a day counts before a publication. What names nothing narrows nothing. */
export function filterOf(asked: Asked, periods: readonly PublishedPeriod[]): RestatementFilter {
  return {
    from: boundFrom(asked.fromDay, periods) ?? boundFrom(asked.from, periods),
    to: boundFrom(asked.toDay, periods) ?? boundFrom(asked.to, periods),
    year: yearFrom(asked.year),
    kpi: asked.kpi === "" ? null : asked.kpi,
  };
}

/** The KPIs a restatement changed a figure of, by their present short names, in appendix order. */
export async function getRestatedKpis(
  organisationId: string,
  locale: Locale,
): Promise<{ code: string; name: string }[]> {
  const kpis = await database.kpi.findMany({
    where: { organisationId, effects: { some: {} } },
    select: { code: true, versions: { orderBy: { validFromYear: "desc" }, take: 1 } },
    orderBy: { position: "asc" },
  });
  return kpis.map(({ code, versions: [version] }) => ({
    code,
    name: (locale === "da" ? version?.shortNameDa : version?.shortNameEn) ?? code,
  }));
}
