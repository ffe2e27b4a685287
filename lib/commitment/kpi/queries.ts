import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** A KPI as a commitment names it. */
export type KpiName = { id: string; code: string; name: string; unitOfMeasure: string };

/** Every KPI an organisation follows, by the name and unit of measure that hold now, in order. */
export async function getKpiNames(organisationId: string, locale: Locale): Promise<KpiName[]> {
  const rows = await database.kpi.findMany({
    where: { organisationId, purpose: "indicator" },
    select: {
      id: true,
      code: true,
      versions: {
        orderBy: { validFromYear: "desc" },
        take: 1,
        select: { shortNameDa: true, shortNameEn: true, unitOfMeasure: true, valueKind: true },
      },
    },
    orderBy: [{ position: "asc" }, { code: "asc" }],
  });
  return rows.flatMap(({ id, code, versions: [latest] }) =>
    latest && latest.valueKind === "number"
      ? [
          {
            id,
            code,
            name: locale === "da" ? latest.shortNameDa : latest.shortNameEn,
            unitOfMeasure: unitLabel(latest.unitOfMeasure, locale),
          },
        ]
      : [],
  );
}
