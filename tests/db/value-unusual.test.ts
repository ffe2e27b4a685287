import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { emptyContent } from "@/lib/value/model";
import { confirmFigures } from "@/lib/value/confirmation/mutations";
import { saveValues } from "@/lib/value/mutations";
import { getUnusualFigures } from "@/lib/value/unusual/queries";
import { freshDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let database: PrismaClient;
let close: () => Promise<void>;
let aleris: Awaited<ReturnType<typeof anOrganisation>>;
let region: Awaited<ReturnType<typeof anOrganisation>>;

beforeAll(async () => {
  ({ database, close } = await freshDatabase());
  aleris = await anOrganisation(database, "aleris");
  region = await anOrganisation(database, "region");
  const { organisationId, actorId } = aleris;
  // The year before is published: stored as the demo stores it.
  const before = { organisationId, year: 2023, updatedBy: actorId, status: "reported" as const, scale: 0 };
  await database.yearlyValue.create({
    data: { ...before, kpiId: aleris.electricity, orgUnitId: aleris.north, amount: "100" },
  });
  await database.yearlyValue.create({
    data: { ...before, kpiId: aleris.water, orgUnitId: aleris.north, amount: "100" },
  });
  await database.kpi.create({
    data: {
      organisationId,
      code: "waste-share",
      position: 0,
      versions: {
        create: {
          validFromYear: 2019,
          nameDa: "Andel",
          nameEn: "Share",
          shortNameDa: "Andel",
          shortNameEn: "Share",
          unitOfMeasure: "%",
          collectionLevel: "orgUnit",
          formula: { kind: "share", part: "water", whole: "electricity" },
        },
      },
    },
  });
  await database.yearlyValue.create({
    data: { ...before, kpiId: aleris.electricity, orgUnitId: aleris.south, amount: "739" },
  });
  const cell = (kpiId: string, orgUnitId: string, amount: string) => ({
    ...emptyContent,
    kpiId,
    orgUnitId,
    year: 2024,
    seen: 0,
    status: "reported" as const,
    amount,
    scale: 0,
  });
  const outcomes = await saveValues(database, {
    organisationId,
    actorId,
    door: "page",
    cells: [
      cell(aleris.electricity, aleris.north, "1000"),
      cell(aleris.water, aleris.north, "1005"),
      cell(aleris.electricity, aleris.south, "739"),
      cell(aleris.revenue, aleris.root, "50"),
    ],
  });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(4).fill("saved"));
});
afterAll(() => close());

const told = async (orgUnitIds: string[] | null = null, organisationId = aleris.organisationId) =>
  (await getUnusualFigures(organisationId, 2024, orgUnitIds, "da")).map(
    ({ orgUnit, kpi, question, confirmed }) =>
      `${orgUnit.code} ${kpi.code} ${question.code}${confirmed ? `: ${confirmed.comment}` : ""}`,
  );

describe("what is unusual in a year", () => {
  it("is every figure that raises a question, in the org units somebody sees", async () => {
    expect((await told()).toSorted()).toEqual([
      "north electricity factor",
      "north water factor",
      "north water part",
      "south electricity same",
    ]);
    expect(await told([aleris.south])).toEqual(["south electricity same"]);
    expect(await told(null, region.organisationId)).toEqual([]);
  });

  it("stands with its answer once somebody gave one", async () => {
    await confirmFigures(database, {
      organisationId: aleris.organisationId,
      actorId: aleris.actorId,
      orgUnitId: aleris.north,
      answers: [{ kpiId: aleris.electricity, year: 2024, version: 1, code: "factor", comment: "Ny fløj" }],
    });
    expect(await told([aleris.north])).toContain("north electricity factor: Ny fløj");
  });
});
