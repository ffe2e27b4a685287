import type { PrismaClient } from "@/lib/database/generated/client";

/** An organisation with two hospitals, an open year 2024 (2023 closed), and KPIs of every sort of collection. */
export async function anOrganisation(database: PrismaClient, slug: string) {
  const { id: organisationId } = await database.organisation.create({ data: { slug, name: slug } });
  const orgUnit = async (code: string, isRoot = false, closesOn: Date | null = null) =>
    (await database.orgUnit.create({ data: { organisationId, code, name: code, isRoot, closesOn } })).id;
  const kpi = async (code: string, version: object) =>
    (
      await database.kpi.create({
        data: {
          organisationId,
          code,
          position: 0,
          versions: {
            create: {
              validFromYear: 2019,
              nameDa: code,
              nameEn: code,
              shortNameDa: code,
              shortNameEn: code,
              unitOfMeasure: "MWh",
              ...version,
            },
          },
        },
      })
    ).id;
  await database.reportingPeriod.createMany({
    data: [
      { organisationId, year: 2023, state: "closed" },
      { organisationId, year: 2024, state: "open" },
    ],
  });
  const person = await database.user.create({
    data: { name: `Controller of ${slug}`, email: `controller@${slug}.example` },
  });
  const root = await orgUnit("root", true);
  const north = await orgUnit("north");
  const south = await orgUnit("south");
  const shut = await orgUnit("shut", false, new Date("2023-06-30"));
  const electricity = await kpi("electricity", { collectionLevel: "orgUnit", minimum: "0" });
  const water = await kpi("water", { collectionLevel: "orgUnit" });
  const revenue = await kpi("revenue", { collectionLevel: "organisation" });
  const board = await kpi("board", { collectionLevel: "organisation", valueKind: "split" });
  const intensity = await kpi("intensity", {
    formula: { kind: "ratio", numerator: "electricity", denominator: "revenue" },
  });
  await database.kpiCollection.create({ data: { organisationId, kpiId: water, orgUnitId: north, fromYear: 2019 } });
  return {
    organisationId,
    actorId: person.id,
    root,
    north,
    south,
    shut,
    electricity,
    water,
    revenue,
    board,
    intensity,
  };
}

export type ValueWorld = Awaited<ReturnType<typeof anOrganisation>>;
