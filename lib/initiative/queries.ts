import { database } from "@/lib/database/client";
import { getKpiNames } from "@/lib/commitment/kpi/queries";
import type { Locale } from "@/lib/language/model";
import type { InitiativeView, Use } from "./model";

/** The catalogue, by track and ease, with every use of each initiative in whatever period. */
export async function getCatalogue(
  organisationId: string,
  locale: Locale,
): Promise<{ initiative: InitiativeView; uses: Use[] }[]> {
  const [rows, kpis] = await Promise.all([
    database.initiative.findMany({
      where: { organisationId },
      include: {
        commitments: {
          select: {
            id: true,
            status: true,
            expectedEffect: true,
            reportedEffect: true,
            agreement: {
              select: { orgUnit: { select: { code: true, name: true } }, period: { select: { code: true } } },
            },
          },
          orderBy: { agreement: { period: { from: "desc" } } },
        },
      },
      orderBy: [{ track: { position: "asc" } }, { ease: "asc" }, { code: "asc" }],
    }),
    getKpiNames(organisationId, locale),
  ]);
  return rows.map(({ commitments, ...row }) => ({
    initiative: {
      ...{ id: row.id, code: row.code, trackId: row.trackId, ease: row.ease, isExample: row.isExample },
      name: locale === "da" ? row.nameDa : row.nameEn,
      effect: locale === "da" ? row.effectDa : row.effectEn,
      kpi: kpis.find(({ id }) => id === row.kpiId) ?? null,
      expectedEffect: row.expectedEffect?.toFixed() ?? null,
      isRetired: row.retiredOn !== null,
    },
    uses: commitments.map(({ id, status, expectedEffect, reportedEffect, agreement }) => ({
      commitmentId: id,
      status,
      orgUnit: agreement.orgUnit,
      period: agreement.period.code,
      expected: expectedEffect?.toFixed() ?? null,
      reported: reportedEffect?.toFixed() ?? null,
    })),
  }));
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
