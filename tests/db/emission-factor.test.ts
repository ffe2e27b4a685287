import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFactors } from "@/lib/emission-factor/mutations";
import { judgeFactorFile } from "@/lib/emission-factor/file/queries";
import { keptBehind, listFactors } from "@/lib/emission-factor/overview/queries";
import { loadFactorBook } from "@/lib/emission-factor/queries";
import { createOrganisation } from "@/prisma/demo/factory";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let aleris: string;
const actor = () => ({ organisationId: aleris, id: randomUUID() });
const version = (value: string, validFromYear = 2022) => ({
  value,
  validFromYear,
  scale: value.split(".")[1]?.length ?? 0,
  unitIn: "MWh",
  unitOut: "kg CO2e",
  source: "test",
  retrievedOn: "2025-01-01",
  note: "",
});
const identity = (code: string) => ({
  code,
  activityDa: code,
  activityEn: code,
  scope: 2 as const,
  method: null,
  region: "DK",
});
const dataVersion = async () =>
  String((await world.database.organisation.findUniqueOrThrow({ where: { id: aleris } })).dataVersion);
const versionsOf = async (code: string) =>
  (await loadFactorBook(aleris)).versions.filter((one) => one.code === code).map((one) => [one.version, one.value]);

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  ({ id: aleris } = await world.database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } }));
}, 60_000);
afterAll(() => world.close());

describe("adding factors", () => {
  it("numbers versions, raises the data's version, and leaves a link in the trail", async () => {
    const before = BigInt(await dataVersion());
    const by = actor();
    await addFactors(by, [{ identity: identity("gas"), version: version("2.050") }], "page");
    const { factorId } = (await loadFactorBook(aleris)).versions.find(({ code }) => code === "gas")!;
    await Promise.all(["2.1", "2.2"].map((value) => addFactors(by, [{ factorId, version: version(value) }], "page")));
    expect((await versionsOf("gas")).map(([number]) => number)).toEqual([1, 2, 3]);
    expect((await versionsOf("gas"))[0]).toEqual([1, "2.050"]);
    expect(BigInt(await dataVersion())).toBe(before + 3n);
    const trail = await world.database.auditEntry.findMany({ where: { actorId: by.id }, orderBy: { id: "asc" } });
    expect(trail.map(({ action, subject }) => [action, subject])).toEqual(Array(3).fill(["factor.add", "gas"]));
  });

  it("is all or nothing, and knows no factor of another organisation", async () => {
    const refused = { code: "factor.codeTaken" };
    const additions = [
      { identity: identity("oil"), version: version("1") },
      { identity: identity("gas"), version: version("1") },
    ];
    await expect(addFactors(actor(), additions, "import")).rejects.toMatchObject(refused);
    expect(await versionsOf("oil")).toEqual([]);
    const other = await createOrganisation(world.database, { slug: "other", name: "Other" });
    const { factorId } = (await loadFactorBook(aleris)).versions[0]!;
    const stranger = { organisationId: other.id, id: randomUUID() };
    await expect(addFactors(stranger, [{ factorId, version: version("1") }], "page")).rejects.toMatchObject({
      code: "access.notFound",
    });
  });

  it("takes a file in once: the second time it says nothing new", async () => {
    const csv = [
      "code;activity (da);activity (en);scope;method;region;year;value;unit out;unit in;source;retrieved",
      "diesel;Diesel;Diesel;1;;DK;2023;2.68;kg CO2e;L;Energistyrelsen;2024-01-02",
      "diesel;Diesel;Diesel;1;;DK;2024;2.66;kg CO2e;L;Energistyrelsen;2025-01-02",
    ].join("\n");
    const judged = await judgeFactorFile(aleris, csv, "en");
    await addFactors(actor(), judged.additions, "import");
    expect(await versionsOf("diesel")).toEqual([
      [1, "2.68"],
      [2, "2.66"],
    ]);
    const again = await judgeFactorFile(aleris, csv, "en");
    expect([again.additions.length, again.lines.map(({ what }) => what)]).toEqual([0, ["unchanged", "unchanged"]]);
  });
});

describe("a newer version of a factor that published years used", () => {
  it("changes no published figure, and says which a restatement would change", async () => {
    const { factorId } = (await loadFactorBook(aleris)).versions.find(({ code }) => code === "electricity-location")!;
    await addFactors(actor(), [{ factorId, version: version("160", 2023) }], "page");
    const [year, ...more] = await keptBehind(aleris, "electricity-location", "da");
    expect(more).toEqual([]);
    expect(year).toMatchObject({ year: 2023, kept: { version: 2 }, newer: { version: 4 } });
    // 3,574 MWh × 160 kg + 173.25 t = 745.09 t; per 1,143 mDKK 0.65.
    expect(year!.effects).toMatchObject([
      { code: "scope2-location", before: "719", after: "745", unitOfMeasure: "t" },
      { code: "scope2-location-intensity", before: "0.63", after: "0.65" },
    ]);
    const factors = await listFactors(aleris, await dataVersion(), 2023, "da");
    const grid = factors.find(({ code }) => code === "electricity-location")!;
    expect(grid.versions.map(({ version: number, pinnedYears }) => [number, pinnedYears])).toEqual([
      [4, []],
      [3, []],
      [2, [2023]],
      [1, [2022]],
    ]);
    expect(grid.users).toEqual([
      { code: "scope2-location", shortName: "Scope 2, lokationsbaseret", from: 2022, to: null },
    ]);
  });
});
