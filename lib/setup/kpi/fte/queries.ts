import { database } from "@/lib/database/client";

/** Code of the KPI that counts full-time equivalents; null: the organisation has named none. */
export async function getFteKpi(organisationId: string): Promise<string | null> {
  const { fteKpi } = await database.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { fteKpi: { select: { code: true } } },
  });
  return fteKpi?.code ?? null;
}
