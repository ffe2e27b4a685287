import { database } from "@/lib/database/client";

/** A pillar as it is set up, with its themes and how many KPIs are followed under it. */
export type PillarSetup = {
  id: string;
  code: string;
  nameDa: string;
  nameEn: string;
  colour: string;
  isGuiding: boolean;
  sdgs: number[];
  themes: { nameDa: string; nameEn: string; sdgs: number[] }[];
  kpis: number;
};

/** Every pillar in order. */
export async function listPillars(organisationId: string): Promise<PillarSetup[]> {
  const rows = await database.pillar.findMany({
    where: { organisationId },
    include: {
      themes: { orderBy: { position: "asc" }, select: { nameDa: true, nameEn: true, sdgs: true } },
      _count: { select: { kpis: true } },
    },
    orderBy: { position: "asc" },
  });
  return rows.map(({ _count, organisationId: _, position: __, ...pillar }) => ({ ...pillar, kpis: _count.kpis }));
}
