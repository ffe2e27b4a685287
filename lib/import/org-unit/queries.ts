import { database } from "@/lib/database/client";

/** The id of the organisation's org unit with that code, or null. */
export async function findOrgUnit(organisationId: string, code: string): Promise<string | null> {
  const found = await database.orgUnit.findUnique({
    where: { organisationId_code: { organisationId, code } },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** Codes and names to choose from in a mapping: the KPIs and org units of the organisation. */
export async function listChoices(
  organisationId: string,
  locale: "da" | "en",
): Promise<{
  kpis: { code: string; name: string; parent: string | null; unitOfMeasure: string }[];
  orgUnits: { code: string; name: string }[];
}> {
  const [kpis, orgUnits] = await Promise.all([
    database.kpi.findMany({
      where: { organisationId },
      orderBy: [{ position: "asc" }, { code: "asc" }],
      select: {
        code: true,
        parent: { select: { code: true } },
        versions: {
          orderBy: { validFromYear: "desc" },
          take: 1,
          select: { nameDa: true, nameEn: true, unitOfMeasure: true },
        },
      },
    }),
    database.orgUnit.findMany({
      where: { organisationId },
      orderBy: [{ isRoot: "desc" }, { position: "asc" }],
      select: { code: true, name: true },
    }),
  ]);
  return {
    orgUnits,
    kpis: kpis.map(({ code, parent, versions: [version] }) => ({
      code,
      parent: parent?.code ?? null,
      name: (locale === "da" ? version?.nameDa : version?.nameEn) ?? code,
      unitOfMeasure: version?.unitOfMeasure ?? "",
    })),
  };
}
