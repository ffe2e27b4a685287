import { beforeAll, describe, expect, it } from "vitest";
import { emptyContent } from "@/lib/value/model";
import { confirmFigures } from "@/lib/value/confirmation/mutations";
import { saveValues } from "@/lib/value/mutations";
import { getUnusualFigures } from "@/lib/value/unusual/queries";
import { twoOrganisations } from "./two-organisations";

const here = twoOrganisations();
beforeAll(async () => {
  const { organisationId, actorId } = here.aleris;
  // The year before is published: stored as the demo stores it.
  const before = { organisationId, year: 2023, updatedBy: actorId, status: "reported" as const, scale: 0 };
  await here.database.yearlyValue.create({
    data: { ...before, kpiId: here.aleris.electricity, orgUnitId: here.aleris.north, amount: "100" },
  });
  await here.database.yearlyValue.create({
    data: { ...before, kpiId: here.aleris.water, orgUnitId: here.aleris.north, amount: "100" },
  });
  await here.database.kpi.create({
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
  await here.database.yearlyValue.create({
    data: { ...before, kpiId: here.aleris.electricity, orgUnitId: here.aleris.south, amount: "739" },
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
  const outcomes = await saveValues(here.database, {
    organisationId,
    actorId,
    door: "page",
    cells: [
      cell(here.aleris.electricity, here.aleris.north, "1000"),
      cell(here.aleris.water, here.aleris.north, "1005"),
      cell(here.aleris.electricity, here.aleris.south, "739"),
      cell(here.aleris.revenue, here.aleris.root, "50"),
    ],
  });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(4).fill("saved"));
});

const told = async (orgUnitIds: string[] | null = null, organisationId = here.aleris.organisationId) =>
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
    expect(await told([here.aleris.south])).toEqual(["south electricity same"]);
    expect(await told(null, here.region.organisationId)).toEqual([]);
  });

  it("stands with its answer once somebody gave one", async () => {
    await confirmFigures(here.database, {
      organisationId: here.aleris.organisationId,
      actorId: here.aleris.actorId,
      orgUnitId: here.aleris.north,
      answers: [{ kpiId: here.aleris.electricity, year: 2024, version: 1, code: "factor", comment: "Ny fløj" }],
    });
    expect(await told([here.aleris.north])).toContain("north electricity factor: Ny fløj");
  });
});
