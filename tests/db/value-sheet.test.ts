import { beforeAll, describe, expect, it } from "vitest";
import { emptyContent } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { getEntryOverview } from "@/lib/value/overview/queries";
import { getEntrySheet } from "@/lib/value/sheet/queries";
import { twoOrganisations } from "./two-organisations";

const here = twoOrganisations();
beforeAll(async () => {
  const figure = (kpiId: string, orgUnitId: string, amount: string) => ({
    ...emptyContent,
    kpiId,
    orgUnitId,
    year: 2024,
    seen: 0,
    status: "reported" as const,
    amount,
    scale: 0,
  });
  await saveValues(here.database, {
    organisationId: here.aleris.organisationId,
    actorId: here.aleris.actorId,
    door: "page",
    cells: [
      figure(here.aleris.electricity, here.aleris.north, "100"),
      { ...figure(here.aleris.water, here.aleris.north, "0"), status: "pending", amount: null, scale: null },
      figure(here.aleris.revenue, here.aleris.root, "50"),
    ],
  });
  const row = {
    organisationId: here.aleris.organisationId,
    orgUnitId: here.aleris.root,
    year: 2023,
    updatedBy: here.aleris.actorId,
  };
  await here.database.yearlyValue.create({ data: { ...row, kpiId: here.aleris.board, status: "discontinued" } });
  await here.database.yearlyValue.create({
    data: { ...row, kpiId: here.aleris.revenue, status: "reported", amount: "45.5", scale: 1 },
  });
});

const rowsOf = async (orgUnit: string, year = 2024) => {
  const sheet = await getEntrySheet(here.aleris.organisationId, "1", year, orgUnit, "da", 1);
  return Object.fromEntries(
    sheet!.groups.flatMap(({ rows }) => rows).map(({ years, ...row }) => [row.code, { ...row, ...years[0]! }]),
  );
};

describe("an entry sheet", () => {
  it("asks a hospital what is collected there, and nothing else", async () => {
    const north = await rowsOf("north");
    expect(Object.entries(north).map(([code, { kind }]) => [code, kind])).toEqual([
      ["electricity", "asked"],
      ["water", "asked"],
    ]);
    expect(north.electricity).toMatchObject({
      cell: { amount: "100", version: 1 },
      rule: { minimum: "0", tolerancePercent: "25" },
      unitOfMeasure: "MWh",
    });
    expect(north.water!.cell).toMatchObject({ status: "pending", amount: null });
    expect(Object.keys(await rowsOf("south"))).toEqual(["electricity"]);
    expect(await rowsOf("shut")).toEqual({});
  });

  it("asks the root for the organisation's own, and shows what follows; a series that ended is gone", async () => {
    const root = await rowsOf("root");
    expect(Object.fromEntries(Object.entries(root).map(([code, { kind }]) => [code, kind]))).toEqual({
      electricity: "consolidated",
      water: "consolidated",
      revenue: "asked",
      intensity: "calculated",
    });
    const ended = {
      ...emptyContent,
      kpiId: here.aleris.board,
      orgUnitId: here.aleris.root,
      year: 2024,
      seen: 0,
      status: "pending" as const,
    };
    const block = {
      organisationId: here.aleris.organisationId,
      actorId: here.aleris.actorId,
      door: "page" as const,
      cells: [ended],
    };
    expect(await saveValues(here.database, block)).toEqual([{ outcome: "refused", code: "notCollected" }]);
    expect(root.revenue).toMatchObject({
      lastYear: { amount: "45.5", scale: 1 },
      before: [{ status: "missing" }, { amount: "45.5" }],
    });
  });

  it("is not there for another organisation's org unit, or for a year without a period", async () => {
    expect(await getEntrySheet(here.region.organisationId, "1", 2024, "nowhere", "da", 1)).toBeNull();
    expect(await getEntrySheet(here.aleris.organisationId, "1", 2031, "north", "da", 1)).toBeNull();
    const theirs = await getEntrySheet(here.region.organisationId, "1", 2024, "north", "da", 1);
    expect(theirs!.orgUnit.id).toBe(here.region.north);
    expect(theirs!.groups.flatMap(({ rows }) => rows).every(({ years }) => years[0]!.cell === null)).toBe(true);
  });
});

describe("what is kept of a sheet", () => {
  it("is the same while the organisation's data is, and made anew for its next version", async () => {
    const sheet = (version: string) => getEntrySheet(here.aleris.organisationId, version, 2024, "south", "da", 1);
    const counts = (version: string) =>
      getEntryOverview(here.aleris.organisationId, version, 2024, [here.aleris.south], "da");
    expect(await sheet("7")).toBe(await sheet("7"));
    expect(await sheet("8")).not.toBe(await sheet("7"));
    expect(await counts("7")).toBe(await counts("7"));
    expect(await counts("8")).not.toBe(await counts("7"));
    expect(await getEntryOverview(here.aleris.organisationId, "7", 2024, null, "da")).not.toBe(await counts("7"));
  });
});

describe("the overview of entry", () => {
  it("counts what is filled, pending and missing, by org unit", async () => {
    const overview = await getEntryOverview(here.aleris.organisationId, "1", 2024, null, "da");
    expect(overview!.orgUnits.map(({ code, total }) => ({ code, ...total }))).toEqual([
      { code: "root", filled: 1, pending: 0, missing: 0 },
      { code: "north", filled: 1, pending: 1, missing: 0 },
      { code: "south", filled: 0, pending: 0, missing: 1 },
    ]);
    expect(overview!.pillars.map(({ code }) => code)).toEqual(["base"]);
  });

  it("is a contributor's own org units only, and never another organisation's", async () => {
    const own = await getEntryOverview(
      here.aleris.organisationId,
      "1",
      2024,
      [here.aleris.south, here.region.north],
      "da",
    );
    expect(own!.orgUnits.map(({ id }) => id)).toEqual([here.aleris.south]);
    expect(await getEntryOverview(here.aleris.organisationId, "1", 2031, null, "da")).toBeNull();
  });
});
