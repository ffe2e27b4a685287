import { database } from "@/lib/database/client";

/** What an organisation has that the library asks about: codes of KPIs, and pillars to put KPIs under. */
export async function libraryWorld(organisationId: string) {
  const [kpis, pillars] = await Promise.all([
    database.kpi.findMany({ where: { organisationId }, select: { code: true } }),
    database.pillar.findMany({
      where: { organisationId },
      select: { id: true, nameDa: true, nameEn: true },
      orderBy: { position: "asc" },
    }),
  ]);
  return { present: new Set(kpis.map(({ code }) => code)), pillars };
}
