import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { emptyContent } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { getEntryOverview } from "@/lib/value/overview/queries";
import { getEntrySheet } from "@/lib/value/sheet/queries";
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
  await saveValues(database, {
    organisationId: aleris.organisationId,
    actorId: aleris.actorId,
    door: "page",
    cells: [
      figure(aleris.electricity, aleris.north, "100"),
      { ...figure(aleris.water, aleris.north, "0"), status: "pending", amount: null, scale: null },
      figure(aleris.revenue, aleris.root, "50"),
    ],
  });
  const row = { organisationId: aleris.organisationId, orgUnitId: aleris.root, year: 2023, updatedBy: aleris.actorId };
  await database.yearlyValue.create({ data: { ...row, kpiId: aleris.board, status: "discontinued" } });
  await database.yearlyValue.create({
    data: { ...row, kpiId: aleris.revenue, status: "reported", amount: "45.5", scale: 1 },
  });
});
afterAll(() => close());

const rowsOf = async (orgUnit: string, year = 2024) => {
  const sheet = await getEntrySheet(aleris.organisationId, "1", year, orgUnit, "da", 1);
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
      kpiId: aleris.board,
      orgUnitId: aleris.root,
      year: 2024,
      seen: 0,
      status: "pending" as const,
    };
    const block = {
      organisationId: aleris.organisationId,
      actorId: aleris.actorId,
      door: "page" as const,
      cells: [ended],
    };
    expect(await saveValues(database, block)).toEqual([{ outcome: "refused", code: "notCollected" }]);
    expect(root.revenue).toMatchObject({
      lastYear: { amount: "45.5", scale: 1 },
      before: [{ status: "missing" }, { amount: "45.5" }],
    });
  });

  it("is not there for another organisation's org unit, or for a year without a period", async () => {
    expect(await getEntrySheet(region.organisationId, "1", 2024, "nowhere", "da", 1)).toBeNull();
    expect(await getEntrySheet(aleris.organisationId, "1", 2031, "north", "da", 1)).toBeNull();
    const theirs = await getEntrySheet(region.organisationId, "1", 2024, "north", "da", 1);
    expect(theirs!.orgUnit.id).toBe(region.north);
    expect(theirs!.groups.flatMap(({ rows }) => rows).every(({ years }) => years[0]!.cell === null)).toBe(true);
  });
});

describe("what is kept of a sheet", () => {
  it("is the same while the organisation's data is, and made anew for its next version", async () => {
    const sheet = (version: string) => getEntrySheet(aleris.organisationId, version, 2024, "south", "da", 1);
    const counts = (version: string) => getEntryOverview(aleris.organisationId, version, 2024, [aleris.south], "da");
    expect(await sheet("7")).toBe(await sheet("7"));
    expect(await sheet("8")).not.toBe(await sheet("7"));
    expect(await counts("7")).toBe(await counts("7"));
    expect(await counts("8")).not.toBe(await counts("7"));
    expect(await getEntryOverview(aleris.organisationId, "7", 2024, null, "da")).not.toBe(await counts("7"));
  });
});

describe("the overview of entry", () => {
  it("counts what is filled, pending and missing, by org unit", async () => {
    const overview = await getEntryOverview(aleris.organisationId, "1", 2024, null, "da");
    expect(overview!.orgUnits.map(({ code, total }) => ({ code, ...total }))).toEqual([
      { code: "root", filled: 1, pending: 0, missing: 0 },
      { code: "north", filled: 1, pending: 1, missing: 0 },
      { code: "south", filled: 0, pending: 0, missing: 1 },
    ]);
    expect(overview!.pillars.map(({ code }) => code)).toEqual(["base"]);
  });

  it("is a contributor's own org units only, and never another organisation's", async () => {
    const own = await getEntryOverview(aleris.organisationId, "1", 2024, [aleris.south, region.north], "da");
    expect(own!.orgUnits.map(({ id }) => id)).toEqual([aleris.south]);
    expect(await getEntryOverview(aleris.organisationId, "1", 2031, null, "da")).toBeNull();
  });
});
